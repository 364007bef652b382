import type { Entity } from '../../src/board/view';
import type { Op } from '../../src/text/op';
import type { Value } from '../../src/wire/protocol.gen';
import { school, type Start } from './school';

/** The class 1MA with all of its year: periods in companies, more situations, projects with colleagues. */
export function schoolYear(): Start {
  const start = school();
  const entities: Entity[] = start.entities.map((entity) =>
    entity.id === 'b1'
      ? { ...entity, fields: { ...entity.fields, zone: 'B', alsaceMoselle: true, ruleset: 'seed-2019' } }
      : entity,
  );
  const texts: Record<string, readonly Op[]> = { ...start.texts };

  function put(
    kind: string,
    id: string,
    parent: string,
    fields: Record<string, Value>,
    lines: Record<string, string> = {},
  ) {
    entities.push({ id, kind, in: parent, fields });
    for (const [field, text] of Object.entries(lines)) texts[`${id}/${field}`] = [{ insert: `${text}\n` }];
  }
  const weeks = (first: string, last: string): Value => ({ start: first, end: last });
  const member = (owner: string, kind: string, target: string, fields: Record<string, Value> = {}) => {
    put(kind, `${owner}~${kind}~${target}`, owner, fields);
  };

  const situations = [
    ['s4', 'La médiathèque cherche son public du samedi', '2026-10-05', '2026-10-16', 'pret', 'complexe'],
    ['s5', 'Le standard de l’hôpital après la panne', '2026-12-07', '2027-01-08', 'brouillon', 'complexe'],
    ['s6', 'Paniers du Ried : fidéliser les adhérents', '2027-01-18', '2027-02-05', 'idee', 'courante'],
    ['s7', 'Une réclamation qui remonte à la direction', '2027-03-15', '2027-04-02', 'brouillon', 'critique'],
  ] as const;
  for (const [id, titre, from, to, status, complexite] of situations) {
    put('situation', id, 'b1', { weeks: weeks(from, to), status, complexite }, { titre });
    put('etape', `${id}e`, id, { minutes: 110, conduitePar: 'XY' }, { titre: 'Lire la commande' });
    for (const competence of ['ma-b1-demande', 'ma-b2-information', 'ma-b3-reclamations'])
      member(`${id}e`, 'competence', competence);
  }

  const periods = [
    ['p1', '2026-11-09', '2026-12-04', 'Tenir un poste avec plusieurs tâches', 'ma-b1-demande'],
    [
      'p2',
      '2027-05-17',
      '2027-06-11',
      'Participer à une organisation et en rendre compte',
      'ma-b2-prestations',
    ],
  ] as const;
  for (const [id, from, to, label, competence] of periods) {
    put('pfmp', id, 'b1', { weeks: weeks(from, to) });
    put('objectif', `${id}o`, id, {}, { label });
    member(`${id}o`, 'objectifCompetence', competence);
  }
  member('p1', 'validation', 'sophie');
  member('b1', 'direction', 'sophie');

  put(
    'fenetre',
    'f1',
    'b1',
    { weeks: weeks('2027-02-08', '2027-02-19'), nature: 'formative' },
    { label: 'Bilan de mi-parcours' },
  );
  for (const [id, statut, label, type] of [
    ['o1', 'publique', 'Centre hospitalier des Deux-Vallées', 'établissement de santé'],
    ['o2', 'privee', 'Hôtel du Canal', 'hôtellerie'],
  ] as const)
    put('organisation', id, 'b1', { statut }, { label, type });
  for (const [person, role] of [
    ['claire', 'responsable'],
    ['mehdi', 'ecriture'],
    ['sophie', 'lecture'],
  ] as const)
    member('b1', 'acces', person, { role });
  member('b1', 'enseignant', 'sophie', { discipline: 'francais' });
  put(
    'coIntervention',
    'c1',
    'b1',
    {
      activiteRap: 'ma-rap-accueil-multicanal',
      professionnel: 'mehdi',
      general: 'sophie',
      discipline: 'francais',
    },
    { titre: 'Du message écrit à la voix', production: 'Annonce enregistrée de trente secondes' },
  );
  const seances = [
    ['2026-09-25', 'Lire trois messages d’accueil'],
    ['2026-10-02', 'Écrire l’annonce'],
    ['2026-12-11', 'Dire, s’enregistrer, s’écouter'],
  ] as const;
  seances.forEach(([day, label], i) => {
    put('seance', `c1s${i}`, 'c1', { date: { day }, minutes: 55 }, { label });
  });

  put(
    'chefDOeuvre',
    'd1',
    'b1',
    { startYear: 'premiere' },
    { titre: 'Un kit d’accueil en trois langues', modalite: 'collectif avec parts individuelles' },
  );
  const jalons = [
    ['2026-09-18', 'Enquête auprès des arrivants', 'claire'],
    ['2026-10-16', 'Choix des réalisations', 'mehdi'],
    ['2027-01-29', 'Premières maquettes', 'sophie'],
    ['2027-06-25', 'Bilan de première', 'claire'],
  ] as const;
  jalons.forEach(([day, label, owner], i) => {
    put('jalon', `d1j${i}`, 'd1', { date: { day }, year: 'premiere', owner }, { label });
  });
  return { entities, texts };
}
