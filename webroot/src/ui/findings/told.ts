import type { Catalogue } from '../../parcours/catalogue';
import { binomeOf } from '../../parcours/classe';
import { blocNumbers } from '../../parcours/referentiel';
import type { Detail, Finding } from '../../wire/protocol.gen';
import { list, shortDay } from '../french';
import { fr } from '../fr';
import type { BoardModel } from '../model/BoardModel.svelte';
import { formerCommune } from '../model/communes';
import { lineOf } from '../text/line';

/** Whatever a finding names is looked up here. */
export interface Ground {
  readonly board: BoardModel;
  readonly catalogue: Catalogue;
}

const words = fr.constats;

/** What a rule has found, in one line. */
export function titleOf({ rule, place, detail }: Finding, { board, catalogue }: Ground): string {
  const bloc = (id: string) => catalogue.blocById(id)?.label ?? id;
  const competence = (id: string) =>
    catalogue.competence(id)?.label ?? formerCommune(board, catalogue, id) ?? fr.picker.unknown;
  const person = (id: string) => board.person(id)?.name ?? fr.formerMember;
  const missing = (what: readonly string[]) => list(what.map((word) => words.missing[word] ?? word));

  switch (detail.type) {
    case 'plain':
      return rule === 'BIN-PARTAGE'
        ? openEtape(board, place.entity)
        : (words.plain[rule] ?? catalogue.regle(rule)?.statement ?? rule);
    case 'missing':
      return missingOf(rule, detail.what, { bloc, missing, catalogue });
    case 'tooFew':
      return rule === 'CDO-PROJET' ? words.jalons(detail.count, detail.min) : words.contextes(detail.count);
    case 'fewBlocs': {
      const [only] = detail.blocs;
      return only === undefined ? words.noBloc : words.oneBloc(numbered(catalogue, only));
    }
    case 'thin':
      return detail.sansEtape.length > 0
        ? words.thinEtapes(list(detail.sansEtape.map(competence)))
        : words.thin;
    case 'gap':
      return words.gap(competence(detail.competence));
    case 'levels': {
      const expected = fr.situation.complexites[detail.expected];
      return detail.actual === undefined
        ? words.levelAbsent(expected)
        : words.level(fr.situation.complexites[detail.actual], expected);
    }
    case 'recedes':
      return words.recedes(
        competence(detail.competence),
        fr.situation.complexites[detail.was],
        fr.situation.complexites[detail.is],
      );
    case 'unchanged':
      return words.unchanged(titleOfSituation(board, detail.earlier));
    case 'persons': {
      const names = list(detail.persons.map(person));
      if (rule === 'BIN-CO-ELABORATION') return words.accords(names);
      return rule === 'BIN-DEUX' ? words.thirdTeacher(names) : words.otherDiscipline(names);
    }
    case 'hoursShared':
      return detail.hours > detail.of
        ? words.hoursOver(detail.hours, detail.of)
        : words.hoursLeft(detail.of - detail.hours);
    case 'overloaded':
      return words.overloaded(person(detail.person), detail.weekly, detail.service);
    case 'reserved': {
      const { x, y } = binomeOf(board);
      const id = detail.by === 'X' ? x : y;
      return words.reserved(bloc(detail.bloc), id === undefined ? detail.by : person(id));
    }
    case 'specialised':
      return words.specialised(
        person(detail.person),
        list(detail.univers.map((id) => catalogue.specialite(id))),
      );
    case 'share':
      return words.share;
    case 'seances':
      return words.seances(
        detail.discipline === undefined ? '' : catalogue.discipline(detail.discipline),
        detail.minutes,
        detail.hours,
      );
    case 'weeksOf': {
      const left = detail.of - detail.weeks;
      if (rule === 'PFMP-TOTAL') return left > 0 ? words.pfmpCycleLeft(left) : words.pfmpCycleOver(-left);
      return left > 0 ? words.pfmpLeft(left) : words.pfmpOver(-left);
    }
    case 'split':
      return words.split(list(detail.weeks.map((weeks) => words.splitWeeks(weeks))));
    case 'beyond':
      return place.entity === board.id
        ? words.startsLate(shortDay(detail.limit))
        : words.afterChoice(shortDay(detail.limit));
    case 'starts':
      return rule === 'PFMP-OBJECTIVES'
        ? words.noObjectif(shortDay(detail.day))
        : words.notValidated(shortDay(detail.day));
    case 'inHolidays':
      return words.inHolidays;
    case 'overPfmp':
      return words.overPfmp(pfmpName(board, detail.pfmp));
  }
}

/** Why it matters: until when, or what the rule says. */
export function reasonOf({ rule, detail }: Finding, { catalogue }: Ground): string {
  if (detail.type === 'gap') return gapOf(detail);
  return catalogue.regle(rule)?.statement ?? '';
}

/** Where the rule comes from. */
export function sourceOf({ rule, source }: Finding, { catalogue }: Ground): string {
  const { sources } = words;
  switch (source) {
    case 'seed':
      return sources.seed(catalogue.regle(rule)?.seedSection ?? '');
    case 'arrete':
    case 'mission':
    case 'common-knowledge':
      return sources[source];
    default:
      return source;
  }
}

function missingOf(
  rule: string,
  what: readonly string[],
  names: {
    readonly bloc: (id: string) => string;
    readonly missing: (what: readonly string[]) => string;
    readonly catalogue: Catalogue;
  },
): string {
  const { bloc, missing, catalogue } = names;
  switch (rule) {
    case 'HOR-EQUILIBRE-ANNEE':
      return words.unusedBloc(list(what.map(bloc)));
    case 'NUM-PAR-BLOC':
      return words.outils(list(what.map(bloc)));
    case 'BIN-DEUX':
      return words.vacant(list(what));
    case 'SEC-TROIS-UNIVERS':
      return words.univers(list(what.map((id) => catalogue.specialite(id))));
    case 'MA-DIMENSIONS':
      return words.dimensions(
        list(what.map((id) => catalogue.dimensions.find((one) => one.id === id)?.label ?? id)),
      );
    case 'COI-DISCIPLINE':
      return words.coSide(missing(what));
    case 'COI-TRIPLE':
      return words.coAnchors(missing(what));
    case 'CDO-COMPETENCES':
    case 'CDO-SOCIALES':
    case 'CDO-EVALUATION':
      return words.chef(missing(what));
    default:
      return words.contexte(missing(what));
  }
}

function gapOf({ week, monday, late, drafts }: Extract<Detail, { type: 'gap' }>): string {
  const until = late
    ? words.gapLate
    : week === undefined || monday === undefined
      ? ''
      : words.gapUntil(week, shortDay(monday));
  return [until, drafts > 0 ? words.gapDrafts(drafts) : ''].filter(Boolean).join(' ');
}

function numbered(catalogue: Catalogue, number: string): string {
  const known = blocNumbers.find((one) => one === number);
  return (known && catalogue.bloc(known)?.label) ?? fr.bloc(number);
}

function openEtape(board: BoardModel, etape: string): string {
  const owner = board.entity(etape)?.in;
  const place = owner === undefined ? -1 : board.children(owner, 'etape').findIndex(({ id }) => id === etape);
  return words.openEtape(place + 1);
}

/** The title of a situation of this class or of another that it is read with, given as `board/entity`. */
export function titleOfSituation(board: BoardModel, reference: string): string {
  const [of, id = ''] = reference.split('/');
  const title = of === board.id ? lineOf(board.text(id, 'titre')) : titleElsewhere(board, reference);
  return title === undefined || title === '' ? fr.untitled : title;
}

function titleElsewhere(board: BoardModel, reference: string): string | undefined {
  const parcours = board.insights('parcours/').map(([, { titles }]) => titles[reference]);
  const lineage = board
    .insights('situation/')
    .map(([, { builtOn }]) => builtOn.find(({ earlier }) => earlier === reference)?.titre);
  return [...parcours, ...lineage].find((title) => title !== undefined);
}

function pfmpName(board: BoardModel, id: string): string {
  const number = board.insight('pfmp')?.periods.find((period) => period.id === id)?.number;
  return number === undefined ? words.aPfmp : words.pfmp(number);
}
