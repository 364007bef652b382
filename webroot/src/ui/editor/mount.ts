import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

import { compose, transform } from '../../text/delta';
import { diff } from '../../text/diff';
import type { Delta } from '../../text/op';
import type { EditorOptions, RichEditor } from '../text/editor';
import { carets, caretsKey } from './carets';
import { deltaOf, documentOf, indexAt, positionAt } from './document';
import { applyForeign } from './foreign';
import { keys } from './keys';
import { Toolbar } from './toolbar';

/** After a word has been composed, the keyboard may still touch it for so long. */
const AFTER_COMPOSITION = 50;

/** A composition that nobody touches any more for so long is ended. */
const LONGEST_COMPOSITION = 5_000;

const FOREIGN = 'foreign';

/** Opens the editor of one text in an element. */
export function mountEditor(host: HTMLElement, options: EditorOptions): RichEditor {
  const editor = new Editor(host, options);
  return {
    apply: (foreign) => editor.apply(foreign),
    marks: (marks) => editor.tell(caretsKey, marks),
    focus: (index) => editor.focus(index),
    destroy: () => editor.destroy(),
  };
}

class Editor {
  readonly #options: EditorOptions;
  readonly #view: EditorView;
  readonly #toolbar: Toolbar;
  /** What others did while a word is being composed: it is painted when the word is there. */
  #held: Delta = [];
  #release: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, options: EditorOptions) {
    this.#options = options;
    this.#view = new EditorView(host, {
      state: EditorState.create({ doc: documentOf(options.content), plugins: [...keys(), carets] }),
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': options.label },
      dispatchTransaction: (tr) => this.#dispatch(tr),
      handlePaste: (view, event) => paste(view, event.clipboardData),
      handleDrop: () => true,
      handleDOMEvents: {
        compositionend: () => {
          this.#later(AFTER_COMPOSITION);
          return false;
        },
        keydown: () => {
          if (this.#held.length > 0) this.#later(LONGEST_COMPOSITION);
          return false;
        },
      },
    });
    this.#toolbar = new Toolbar(this.#view);
    host.prepend(this.#toolbar.element);
  }

  #dispatch(tr: Transaction): void {
    const before = this.#view.state;
    const after = before.apply(tr);
    this.#view.updateState(after);
    this.#toolbar.update();
    if (tr.docChanged && tr.getMeta(FOREIGN) !== true) {
      const mine = diff(deltaOf(before.doc), deltaOf(after.doc));
      // The board already has what is held here: mine goes over it, and it over mine.
      if (mine.length > 0) this.#options.onedit(transform(this.#held, mine, true));
      this.#held = transform(mine, this.#held, false);
    }
    if (tr.selectionSet || tr.docChanged) this.#tellPlace();
  }

  #tellPlace(): void {
    const { doc, selection } = this.#view.state;
    const from = indexAt(doc, selection.from);
    this.#options.onplace(from, indexAt(doc, selection.to) - from);
  }

  apply(foreign: Delta): void {
    this.#held = compose(this.#held, foreign);
    if (this.#view.composing) this.#later(LONGEST_COMPOSITION);
    else this.#paint();
  }

  #later(millis: number): void {
    clearTimeout(this.#release);
    this.#release = setTimeout(() => {
      if (this.#view.composing) {
        // Whoever composes has gone away: what the others wrote must not wait for ever.
        this.#view.dom.blur();
        this.#view.focus();
      }
      this.#paint();
    }, millis);
  }

  #paint(): void {
    if (this.#held.length === 0) return;
    const { state } = this.#view;
    const tr = applyForeign(state.tr, this.#held);
    this.#held = [];
    // What others write right at my caret comes behind it: two who write at one place each get their words whole.
    if (state.selection.empty)
      tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(state.selection.head, -1)));
    this.#view.dispatch(tr.setMeta(FOREIGN, true));
  }

  tell(key: typeof caretsKey, value: unknown): void {
    this.#view.dispatch(this.#view.state.tr.setMeta(key, value));
  }

  focus(index: number): void {
    const { state } = this.#view;
    const selection = TextSelection.create(state.doc, positionAt(state.doc, index));
    this.#view.dispatch(state.tr.setSelection(selection));
    this.#view.focus();
  }

  destroy(): void {
    clearTimeout(this.#release);
    this.#view.destroy();
    this.#toolbar.element.remove();
  }
}

/** Only words come in: no form, no control character, nothing that a page could hide in HTML. */
function paste(view: EditorView, data: DataTransfer | null): boolean {
  const text = data?.getData('text/plain') ?? '';
  const clean = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]|[\u2028\u2029]/gu, ' ');
  const { state } = view;
  const tr = state.tr.deleteSelection();
  const index = indexAt(tr.doc, tr.selection.from);
  view.dispatch(
    applyForeign(tr, [
      ...(index > 0 ? [{ retain: index }] : []),
      { insert: clean.toWellFormed() },
    ]).scrollIntoView(),
  );
  return true;
}
