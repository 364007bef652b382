import { f } from '../french';

/** A class carried on into the next school year. */
export const reconduire = {
  open: f`Reconduire la classe`,
  lead: f`Une nouvelle classe reçoit une copie des situations choisies, en brouillon, sans semaines ni accords. Celle-ci ne change pas.`,
  label: f`Nom de la nouvelle classe`,
  later: (year: string) =>
    f`Les mêmes élèves passent en ${year} : chaque copie réinvestit la situation d'où elle vient.`,
  same: f`La même année, avec d'autres élèves : chaque copie dit de quelle situation elle vient.`,
  specialite: f`Spécialité`,
  needSpecialite: f`Choisissez la spécialité de la nouvelle classe.`,
  situations: f`Situations à reprendre`,
  ready: f`Celles qui sont prêtes, ou déjà vécues en classe, sont cochées.`,
  doing: (label: string, count: number, of: number) => f`Reprise de ${label} : ${count} sur ${of}`,
  done: (label: string, of: number) =>
    of === 1 ? f`1 situation reprise de ${label}.` : f`${of} situations reprises de ${label}.`,
  stopped: (label: string, count: number, of: number) =>
    f`La reprise de ${label} s'est arrêtée : ${count} sur ${of}. Ce qui est fait reste ; continuer n'ajoute que ce qui manque.`,
  go: f`Continuer`,
  leave: f`En rester là`,
} as const;
