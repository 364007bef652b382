import type { Plugin, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

import { folded } from '../french';
import { type Asked, askedIn, asking, end, type Sign, turn } from './asking';

/** Something that is offered to be put where a person writes. */
export interface Choice {
  readonly label: string;
  /** The person whose colour it is shown in. */
  readonly hue?: number;
  /** Does it: the transaction has taken away what was typed to ask for it. */
  readonly run: (tr: Transaction, view: EditorView) => void;
}

/** What is offered for a sign. */
export interface Offer {
  readonly title: string;
  readonly choices: readonly Choice[];
}

const LIST = 'completion';

/** How many are offered at once: the list is not scrolled, letters make it shorter. */
const MOST = 8;

/** The small list at the caret; the keyboard stays in the text. */
export class Completion {
  readonly id = LIST;
  readonly plugin: Plugin;
  title = $state('');
  choices: readonly Choice[] = $state.raw([]);
  active = $state(0);

  readonly #offers: (sign: string) => Offer | undefined;
  #view: EditorView | undefined;

  /** @param offers what is offered for a sign now; nothing where it only writes */
  constructor(offers: (sign: string) => Offer | undefined) {
    this.#offers = offers;
    this.plugin = asking((sign): sign is Sign => this.#offers(sign) !== undefined, {
      attributes: (state): Record<string, string> => {
        const asked = askedIn(state);
        if (asked === undefined || this.#offered(asked).length === 0) return {};
        return {
          'aria-autocomplete': 'list',
          'aria-controls': LIST,
          'aria-activedescendant': this.option(asked.active),
        };
      },
      handleKeyDown: (view, event) => this.#press(view, event),
    });
  }

  option(at: number): string {
    return `${LIST}-${at}`;
  }

  /** Shows what is asked for in the editor now. */
  update(view: EditorView): void {
    this.#view = view;
    const asked = askedIn(view.state);
    this.choices = asked ? this.#offered(asked) : [];
    this.title = asked ? (this.#offers(asked.sign)?.title ?? '') : '';
    this.active = asked?.active ?? 0;
  }

  /** Where the list opens: under the sign. */
  at(): { readonly left: number; readonly top: number; readonly bottom: number } | undefined {
    const asked = this.#view && askedIn(this.#view.state);
    return this.#view && asked ? this.#view.coordsAtPos(asked.from) : undefined;
  }

  choose(choice: Choice | undefined): void {
    const view = this.#view;
    const asked = view && askedIn(view.state);
    if (!view || !asked || !choice) return;
    const tr = view.state.tr.delete(asked.from, view.state.selection.head);
    choice.run(turn(tr, 'end'), view);
  }

  /** The first of what has words that begin with the letters. */
  #offered({ sign, letters }: Asked): readonly Choice[] {
    const wanted = folded(letters);
    const fits = ({ label }: Choice) =>
      [folded(label), ...folded(label).split(/[\s-]+/)].some((word) => word.startsWith(wanted));
    return (this.#offers(sign)?.choices ?? []).filter(fits).slice(0, MOST);
  }

  #press(view: EditorView, event: KeyboardEvent): boolean {
    const asked = askedIn(view.state);
    if (asked === undefined || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
      return false;
    const choices = this.#offered(asked);
    if (choices.length === 0) return false;
    const { active } = asked;
    const { key } = event;
    if (key === 'Enter' && !event.shiftKey) this.choose(choices[active]);
    else if (key === 'Escape') {
      // It closes the list and nothing else that may be open.
      event.stopPropagation();
      end(view);
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : choices.length - 1;
      view.dispatch(turn(view.state.tr, { active: (active + step) % choices.length }));
    } else return false;
    return true;
  }
}
