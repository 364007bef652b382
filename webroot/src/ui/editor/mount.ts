import { keymap } from 'prosemirror-keymap';
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { mount, unmount } from 'svelte';

import type { Delta } from '../../text/op';
import type { EditorOptions, Insertion, RichEditor } from '../text/editor';
import { Held } from '../text/Held';
import type { Mark } from '../text/pieces';
import { bounded } from './bounded';
import { carets, caretsKey } from './carets';
import { Completion, type Offer } from './completion.svelte';
import CompletionList from './CompletionList.svelte';
import { changeOf, documentOf, indexAt, positionAt } from './document';
import { applyForeign } from './foreign';
import { keys } from './keys';
import { mentions } from './mentions';
import { insertable, INSERTION, mentionable } from './offers';
import { paste } from './paste';
import { shortcuts } from './shortcuts';
import { Toolbar } from './toolbar';

const FOREIGN = 'foreign';

function isOwn(tr: Transaction): boolean {
  return tr.getMeta(FOREIGN) !== true;
}

/** Opens the editor of one text in an element. */
export function mountEditor(host: HTMLElement, options: EditorOptions): RichEditor {
  const editor = new Editor(host, options);
  return {
    apply: (foreign) => editor.apply(foreign),
    marks: (marks) => editor.marks(marks),
    focus: (index) => editor.focus(index),
    destroy: () => editor.destroy(),
  };
}

class Editor {
  readonly #options: EditorOptions;
  readonly #view: EditorView;
  readonly #toolbar: Toolbar;
  readonly #completion = new Completion((sign) => this.#offer(sign));
  readonly #list: ReturnType<typeof mount>;
  readonly #held: Held;
  /** Where the others are, as last told and not shown yet; what is shown moves with the text. */
  #marks: readonly Mark[] | undefined;
  #entering = false;

  constructor(host: HTMLElement, options: EditorOptions) {
    this.#options = options;
    this.#view = new EditorView(host, {
      state: EditorState.create({
        doc: documentOf(options.content),
        plugins: [
          // First: while something is offered, the keys are for that.
          this.#completion.plugin,
          shortcuts,
          keymap({
            'Mod-k': () => {
              this.#toolbar.link();
              return true;
            },
            'Alt-F10': () => this.#toolbar.enter(),
          }),
          ...keys(),
          mentions(options.person, isOwn),
          bounded(options.longest, isOwn),
          carets,
        ],
      }),
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': options.label },
      dispatchTransaction: (tr) => this.#dispatch(tr),
      handleDOMEvents: {
        // Before ProseMirror would make elements of the HTML, which the policy refuses with an error.
        paste: (view, event) => {
          event.preventDefault();
          return paste(view, event.clipboardData);
        },
        drop: (_view, event) => {
          event.preventDefault();
          return true;
        },
        // ProseMirror takes a caret that comes to the start soon after the focus for a fault of the
        // browser and puts it back. It is not told of the focus that we give, or Home would be lost.
        focus: () => this.#entering,
        compositionend: () => {
          this.#held.composed();
          return false;
        },
        keydown: (view) => {
          this.#held.touched();
          // A quick key would act where the caret was before.
          if (!view.composing) this.#readSelection();
          return false;
        },
        // Not every keyboard tells of its keys while it composes.
        compositionupdate: () => {
          this.#held.touched();
          return false;
        },
      },
    });
    this.#held = new Held({
      isComposing: () => this.#view.composing,
      endComposition: () => {
        this.#view.dom.blur();
        this.#view.focus();
      },
      paint: () => this.#paint(),
    });
    this.#toolbar = new Toolbar(this.#view);
    host.prepend(this.#toolbar.element);
    this.#list = mount(CompletionList, { target: host, props: { completion: this.#completion } });
  }

  #offer(sign: string): Offer | undefined {
    if (sign === '@') return mentionable(this.#options.people());
    return sign === '/' ? insertable(() => this.#toolbar.link(), this.#options.insertions) : undefined;
  }

  #dispatch(tr: Transaction): void {
    const before = this.#view.state;
    const after = before.apply(tr);
    this.#view.updateState(after);
    this.#toolbar.update();
    this.#completion.update(this.#view);
    if (tr.docChanged && isOwn(tr)) {
      const mine = changeOf(before.doc, after.doc);
      const { run } = (tr.getMeta(INSERTION) as Insertion | undefined) ?? { run: this.#options.onedit };
      if (mine.length > 0) run(this.#held.send(mine));
    }
    if (tr.selectionSet || tr.docChanged) this.#tellPlace();
  }

  #tellPlace(): void {
    const { doc, selection } = this.#view.state;
    const from = this.#held.position(indexAt(doc, selection.from));
    this.#options.onplace(from, this.#held.position(indexAt(doc, selection.to)) - from);
  }

  apply(foreign: Delta): void {
    this.#held.take(foreign);
  }

  marks(marks: readonly Mark[]): void {
    this.#marks = marks;
    // They stand in the text of the board, which the screen has not got yet.
    if (!this.#held.waits) this.#paint();
  }

  #paint(): void {
    // Painting before it is read would put a caret back that has just moved.
    this.#readSelection();
    const view = this.#view;
    const { state } = view;
    const tr = applyForeign(state.tr, this.#held.drain());
    // What others write right at my caret comes behind it: two who write at one place each get their words whole.
    if (tr.docChanged && state.selection.empty)
      tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(state.selection.head, -1)));
    if (this.#marks) tr.setMeta(caretsKey, this.#marks);
    this.#marks = undefined;
    view.dispatch(tr.setMeta(FOREIGN, true));
  }

  /** The browser tells late that the selection has moved. */
  #readSelection(): void {
    const { dom } = this.#view;
    if (this.#view.hasFocus()) dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
  }

  focus(index: number): void {
    const { state } = this.#view;
    const selection = TextSelection.create(state.doc, positionAt(state.doc, index));
    this.#view.dispatch(state.tr.setSelection(selection));
    this.#entering = true;
    this.#view.focus();
    this.#entering = false;
  }

  destroy(): void {
    this.#held.forget();
    this.#view.destroy();
    this.#toolbar.element.remove();
    void unmount(this.#list);
  }
}
