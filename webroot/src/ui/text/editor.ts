import type { Op } from '../../text/op';
import type { Command, Person } from '../model/board';
import type { Mentionable } from '../model/people';
import type { Mark } from './pieces';

/** The editor of rich text, once it is open on one text. */
export interface RichEditor {
  /** Takes in what others changed. */
  apply(foreign: readonly Op[]): void;
  /** Shows where the others are. */
  marks(marks: readonly Mark[]): void;
  /** Takes the keyboard, with the caret at a place of the text. */
  focus(index: number): void;
  destroy(): void;
}

/** What « / » offers beside the forms of a line: something that is put elsewhere than in the text. */
export interface Insertion {
  readonly label: string;
  /** Puts it there; the delta takes away what was typed to ask for it, and belongs to the same act. */
  readonly run: (delta: readonly Op[]) => void;
}

/** The same for a text of a board: what is done in the same act are commands. */
export interface BoardInsertion {
  readonly label: string;
  readonly run: (...alongside: readonly Command[]) => unknown;
}

export interface EditorOptions {
  readonly content: readonly Op[];
  /** What the text is called for who does not see the page. */
  readonly label: string;
  /** How many characters it may have, the newline that ends it apart. */
  readonly longest: number;
  readonly insertions: readonly Insertion[];
  /** Whom the text may mention. */
  readonly people: () => readonly Mentionable[];
  /** Who the mentioned are. */
  readonly person: (id: string) => Person | undefined;
  readonly onedit: (delta: readonly Op[]) => void;
  readonly onplace: (index: number, length: number) => void;
}

/** Fetches the editor, which is heavy: only when somebody first writes. */
export type LoadEditor = () => Promise<(host: HTMLElement, options: EditorOptions) => RichEditor>;
