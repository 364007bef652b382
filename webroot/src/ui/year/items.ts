import type { BoardView, Entity } from '../../board/view';
import type { Annee, Span } from '../../parcours/annee';
import { dayOf, periodOf, pfmpsOf } from '../../parcours/classeAnnee';
import { weeksOf } from '../../parcours/situation';
import { plusDays } from '../../parcours/weeks';
import { fr } from '../fr';
import { lineOf } from '../text/line';

/** What the year of a class holds. */
export type ItemKind = 'situation' | 'pfmp' | 'fenetre' | 'seance' | 'jalon' | 'vacances' | 'ferie';

/** One thing with its days, the last included: what the grid, the agenda and the ICS file all show. */
export interface Item {
  readonly kind: ItemKind;
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
}

/** A thing of several weeks with its places in the year. */
export interface Band extends Item {
  readonly span: Span;
}

/** All of the year, the first first. */
export function itemsOf(board: BoardView, annee: Annee): readonly Item[] {
  return [
    ...holidaysOf(annee),
    ...feriesOf(annee),
    ...pfmpItems(board),
    ...situationItems(board),
    ...fenetreItems(board),
    ...seanceItems(board),
    ...jalonItems(board),
  ].toSorted((a, b) => a.start.localeCompare(b.start));
}

/** The things of one kind that the grid shows as bands. */
export function bandsOf(items: readonly Item[], annee: Annee, kind: ItemKind): readonly Band[] {
  return items.flatMap((item) => {
    const span = item.kind === kind ? annee.span(item) : undefined;
    return span ? [{ ...item, span }] : [];
  });
}

/** What a line of an entity says; « Sans titre » while it is empty. */
export function named(board: BoardView, id: string, field: string): string {
  const written = lineOf(board.text(id, field));
  return written === '' ? fr.untitled : written;
}

/** The situations that have no weeks yet. */
export function undatedOf(board: BoardView): readonly Entity[] {
  return board.children(board.id, 'situation').filter((situation) => !weeksOf(situation));
}

export function pfmpName(board: BoardView, id: string): string {
  return fr.annee.pfmp(pfmpsOf(board).find((pfmp) => pfmp.id === id)?.number ?? 1);
}

export function holidayName(id: string): string {
  return fr.annee.holidays[id] ?? fr.annee.holiday;
}

function holidaysOf(annee: Annee): Item[] {
  return annee.holidays().map(({ id, first, last }) => ({
    kind: 'vacances',
    id,
    title: fr.annee.holidayOf(holidayName(id)),
    ...annee.period({ first, last }),
  }));
}

function feriesOf(annee: Annee): Item[] {
  return annee.weeks
    .flatMap(({ feries }) => feries)
    .map((day) => ({ kind: 'ferie', id: day, title: fr.annee.ferie, start: day, end: day }));
}

function pfmpItems(board: BoardView): Item[] {
  return pfmpsOf(board).flatMap(({ id, number, weeks }) =>
    weeks ? [{ kind: 'pfmp' as const, id, title: fr.annee.pfmp(number), ...weeks }] : [],
  );
}

function situationItems(board: BoardView): Item[] {
  return board.children(board.id, 'situation').flatMap((situation) => {
    const weeks = weeksOf(situation);
    const { id } = situation;
    return weeks ? [{ kind: 'situation' as const, id, title: named(board, id, 'titre'), ...weeks }] : [];
  });
}

function fenetreItems(board: BoardView): Item[] {
  return board.children(board.id, 'fenetre').flatMap((fenetre) => {
    const weeks = periodOf(fenetre, 'weeks');
    const { id } = fenetre;
    return weeks ? [{ kind: 'fenetre' as const, id, title: named(board, id, 'label'), ...weeks }] : [];
  });
}

function seanceItems(board: BoardView): Item[] {
  return board.children(board.id, 'coIntervention').flatMap(({ id: owner }) =>
    board.children(owner, 'seance').flatMap((seance) => {
      const day = dayOf(seance, 'date');
      const label = lineOf(board.text(seance.id, 'label'));
      const title = label === '' ? named(board, owner, 'titre') : label;
      return day === undefined
        ? []
        : [{ kind: 'seance' as const, id: seance.id, title, start: day, end: day }];
    }),
  );
}

function jalonItems(board: BoardView): Item[] {
  return board.children(board.id, 'chefDOeuvre').flatMap(({ id: owner }) =>
    board.children(owner, 'jalon').flatMap((jalon) => {
      const day = dayOf(jalon, 'date');
      const title = named(board, jalon.id, 'label');
      return day === undefined ? [] : [{ kind: 'jalon' as const, id: jalon.id, title, start: day, end: day }];
    }),
  );
}

/** The day after the last one, as calendars want it. */
export function dayAfter({ end }: Item): string {
  return plusDays(end, 1);
}
