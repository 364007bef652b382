import type { Op } from '../../text/op';
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

export interface EditorOptions {
  readonly content: readonly Op[];
  /** What the text is called for who does not see the page. */
  readonly label: string;
  readonly onedit: (delta: readonly Op[]) => void;
  readonly onplace: (index: number, length: number) => void;
}

/** Fetches the editor, which is heavy: only when somebody first writes. */
export type LoadEditor = () => Promise<(host: HTMLElement, options: EditorOptions) => RichEditor>;
