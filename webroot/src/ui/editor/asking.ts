import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** The sign by which a person asks for something to be put where they write. */
export type Sign = '/' | '@';

/** What a person has begun to ask for. */
export interface Asked {
  readonly sign: Sign;
  /** Where the sign stands; the caret is behind the letters. */
  readonly from: number;
  /** What is typed after it. */
  readonly letters: string;
  /** Which of what is offered would be taken, counted from 0. */
  readonly active: number;
}

/** Begins, goes to another of what is offered, or ends. */
type Turn = { readonly sign: Sign; readonly from: number } | { readonly active: number } | 'end';

const key = new PluginKey<Asked | null>('asking');

/** What the person asks for now; nothing most of the time. */
export function askedIn(state: EditorState): Asked | undefined {
  return key.getState(state) ?? undefined;
}

export function turn(tr: Transaction, to: Turn): Transaction {
  return tr.setMeta(key, to);
}

/**
 * Follows a sign from where it was typed: it stays asked for while the caret goes on right behind it,
 * whoever else writes meanwhile.
 *
 * @param opens whether a sign that was just typed asks for something
 * @param keys what the keyboard does while something is asked for
 */
export function asking(
  opens: (sign: string) => sign is Sign,
  props: Pick<Plugin['props'], 'attributes' | 'handleKeyDown'>,
): Plugin<Asked | null> {
  return new Plugin<Asked | null>({
    key,
    state: { init: () => null, apply: follow },
    props: {
      ...props,
      handleTextInput: (view, from, to, text) => {
        // A quick hand has its first letters come with the sign.
        const sign = text.charAt(0);
        if (view.composing || !opens(sign)) return false;
        const tr = turn(view.state.tr.insertText(text, from, to), { sign, from });
        if (at(tr, sign, from) === null) return false;
        view.dispatch(tr.scrollIntoView());
        return true;
      },
      handleDOMEvents: {
        blur: (view) => {
          end(view);
          return false;
        },
      },
    },
  });
}

export function end(view: EditorView): void {
  if (askedIn(view.state)) view.dispatch(turn(view.state.tr, 'end'));
}

function follow(tr: Transaction, asked: Asked | null, before: EditorState): Asked | null {
  const next = tr.getMeta(key) as Turn | undefined;
  if (next === 'end') return null;
  if (next && 'sign' in next) return at(tr, next.sign, next.from);
  if (asked === null) return null;
  if (next) return { ...asked, active: next.active };
  // A caret that goes elsewhere leaves; one that the writing of others carries along does not.
  if (!tr.docChanged) return tr.selection.eq(before.selection) ? asked : null;
  const sign = tr.mapping.mapResult(asked.from, 1);
  const now = sign.deletedAfter ? null : at(tr, asked.sign, sign.pos);
  return now?.letters === asked.letters ? { ...now, active: asked.active } : now;
}

/** What the caret behind a sign asks for; nothing where the sign only writes. */
function at({ doc, selection }: Transaction, sign: Sign, from: number): Asked | null {
  const start = doc.resolve(from);
  const { $head, empty } = selection;
  if (!empty || !$head.sameParent(start) || $head.pos <= from) return null;
  const letters = doc.textBetween(from + 1, $head.pos, undefined, ' ');
  if (doc.textBetween(from, from + 1) !== sign || /\s/.test(letters)) return null;
  const before = doc.textBetween(start.start(), from, undefined, '@');
  const fits =
    sign === '@' ? /(^|\s)$/.test(before) : before === '' && $head.parentOffset === start.parent.content.size;
  return fits ? { sign, from, letters, active: 0 } : null;
}
