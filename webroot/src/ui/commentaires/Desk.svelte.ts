import { tick } from 'svelte';

import { type About, type Commentaire, commentairesOf, type Nature } from '../../parcours/commentaires';
import { commentaires as words } from '../fr/commentaires';
import type { BoardModel } from '../model/BoardModel.svelte';
import { isAbout, placeOf } from './places';
import { selected } from './selected';

/** A comment that is being written and not sent. */
export interface Writing {
  readonly about: About;
  readonly nature: Nature;
  readonly text: string;
}

/** What the panel of a sheet shows beside it. */
export type Pane = 'controles' | 'commentaires';

/** Id of the field in which a comment is written. */
export const FIELD = 'commentaire';

/** The comments of the sheet that is open: what is shown of them, and what this person is writing. */
export class Desk {
  readonly board: BoardModel;
  readonly situation: string;
  pane: Pane = $state('controles');
  /** Whether those are shown that were answered. */
  all = $state(false);
  writing: Writing | undefined = $state.raw();
  readonly said: readonly Commentaire[] = $derived.by(() => commentairesOf(this.board, this.situation));
  readonly open = $derived(this.said.filter(({ suite }) => suite === undefined));
  readonly #show: () => void;

  /** @param show opens the panel */
  constructor(board: BoardModel, situation: string, show: () => void) {
    this.board = board;
    this.situation = situation;
    this.#show = show;
    // Who may only comment came for that.
    if (board.commenting && !board.writable) this.pane = 'commentaires';
  }

  /** What the panel is called while it shows them. */
  get title(): string | undefined {
    return this.pane === 'commentaires' ? words.tab(this.open.length) : undefined;
  }

  /** Those without an answer about a section, étapes apart, or about an étape. */
  about(about: About): readonly Commentaire[] {
    return this.open.filter((one) => isAbout(this.board, this.situation, one, about));
  }

  nameOf(about: About): string {
    return placeOf(this.board, this.situation, about);
  }

  /** Opens those about a part of the sheet, and gives the first the keyboard. */
  async see(about: About): Promise<void> {
    const [first] = this.about(about);
    await this.#turn();
    const thread = first && document.getElementById(threadId(first.id));
    thread?.scrollIntoView({ block: 'nearest' });
    thread?.focus({ preventScroll: true });
  }

  /** Begins a comment; one that was begun goes on, about something else. */
  async write(about: About): Promise<void> {
    this.writing = { nature: 'remarque', text: '', ...this.writing, about };
    await this.#turn();
    document.getElementById(FIELD)?.focus();
  }

  /** Ctrl + Alt + M. */
  readonly keys = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    // With Alt the letter is another one on some keyboards.
    if (!(ctrlKey || metaKey) || !altKey || shiftKey || !['m', 'µ', 'M'].includes(key)) return;
    if (!this.board.commenting || (target instanceof Element && target.closest('dialog') !== null)) return;
    event.preventDefault();
    void this.write(selected());
  };

  async #turn(): Promise<void> {
    this.pane = 'commentaires';
    this.#show();
    await tick();
  }
}

/** The id of what shows a comment. */
export function threadId(commentaire: string): string {
  return `fil-${commentaire}`;
}
