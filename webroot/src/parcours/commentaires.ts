import type { BoardView, Entity } from '../board/view';
import { members } from './situation';

export type Nature = 'remarque' | 'proposition';
export type Issue = 'retenue' | 'ecartee' | 'reglee';

/** The sections of a sheet that a comment may be about, in their order. */
export const sections = [
  'titre',
  'contexte',
  'activites',
  'consigne',
  'deroule',
  'envisagees',
  'savoirs',
  'outils',
  'reinvestit',
  'reperes',
  'evaluation',
] as const;

export type SectionName = (typeof sections)[number];

/** What a comment is about; nothing said: the whole situation. */
export interface About {
  readonly section?: SectionName | undefined;
  readonly etape?: string | undefined;
  /** The words that were selected. */
  readonly citation?: string | undefined;
}

/** Words under a situation, in their author's name. */
export interface Words {
  readonly id: string;
  readonly auteur: string;
  /** ISO 8601. */
  readonly le: string;
}

/** What the binôme has made of a comment. */
export interface Suite {
  readonly id: string;
  readonly issue: Issue;
  readonly par: string;
  readonly le: string;
}

/** A comment with what was answered (DOMAIN D-56). */
export interface Commentaire extends Words {
  readonly nature: Nature;
  readonly section: SectionName | undefined;
  /** The étape that it is about, perhaps gone since. */
  readonly etape: string | undefined;
  readonly reponses: readonly Words[];
  readonly suite: Suite | undefined;
}

/** The longest quotation that is kept of a text. */
const QUOTED = 280;

/** What is said of a situation, in the order of its sheet, then of saying; of étapes that are gone last. */
export function commentairesOf(board: BoardView, situation: string): readonly Commentaire[] {
  const etapes = board.children(situation, 'etape').map(({ id }) => id);
  const placeOf = ({ section, etape }: Commentaire) => {
    if (etape === undefined) return [section === undefined ? -1 : sections.indexOf(section), -1] as const;
    const at = etapes.indexOf(etape);
    return [sections.indexOf('deroule'), at < 0 ? etapes.length : at] as const;
  };
  return board
    .children(situation, 'commentaire')
    .map((entity) => read(board, entity))
    .map((one) => ({ one, place: placeOf(one) }))
    .sort(({ place: [a, b] }, { place: [c, d] }) => a - c || b - d)
    .map(({ one }) => one);
}

/** How many comments of a situation have no answer yet. */
export function openIn(board: BoardView, situation: string): number {
  return board.children(situation, 'commentaire').filter(({ id }) => board.children(id, 'suite').length === 0)
    .length;
}

/** The answers that a comment may be given. */
export function issuesFor(nature: Nature): readonly Issue[] {
  return nature === 'proposition' ? ['retenue', 'ecartee'] : ['reglee'];
}

/** Words as they are quoted: on one line, and not too long. */
export function quoted(words: string): string | undefined {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line === '') return undefined;
  return line.length <= QUOTED ? line : `${line.slice(0, QUOTED - 1).toWellFormed()}…`;
}

function read(board: BoardView, entity: Entity): Commentaire {
  const { fields } = entity;
  const [suite] = board.children(entity.id, 'suite');
  const [par] = members(board, entity.id, 'suite');
  return {
    ...words(entity),
    nature: fields['nature'] === 'proposition' ? 'proposition' : 'remarque',
    section: sections.find((one) => one === fields['section']),
    etape: typeof fields['etape'] === 'string' ? fields['etape'] : undefined,
    reponses: board.children(entity.id, 'reponse').map(words),
    suite:
      suite && par !== undefined
        ? { id: suite.id, issue: issueOf(suite), par, le: dayOf(suite.fields['le']) }
        : undefined,
  };
}

function words({ id, fields: { auteur, le } }: Entity): Words {
  return { id, auteur: typeof auteur === 'string' ? auteur : '', le: dayOf(le) };
}

function issueOf({ fields: { issue } }: Entity): Issue {
  return issue === 'retenue' || issue === 'ecartee' ? issue : 'reglee';
}

function dayOf(value: Entity['fields'][string] | undefined): string {
  return typeof value === 'object' && 'day' in value ? value.day : '';
}
