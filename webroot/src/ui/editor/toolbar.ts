import { toggleMark } from 'prosemirror-commands';
import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { mount, unmount } from 'svelte';

import { fr } from '../fr';
import { hasForm, toggleForm } from './keys';
import { linkAt } from './link';
import LinkDialog from './LinkDialog.svelte';
import { schema } from './schema';

interface Tool {
  readonly label: string;
  readonly sign: string;
  readonly pressed: (state: EditorState) => boolean;
  readonly run: Command;
}

const tools: readonly Tool[] = [
  mark('bold', fr.editor.bold, 'G'),
  mark('italic', fr.editor.italic, 'I'),
  line({ header: 1 }, fr.editor.heading1, 'T1'),
  line({ header: 2 }, fr.editor.heading2, 'T2'),
  line({ list: 'bullet' }, fr.editor.bullets, '•'),
  line({ list: 'ordered' }, fr.editor.numbers, '1.'),
];

function mark(name: 'bold' | 'italic', label: string, sign: string): Tool {
  const type = schema.marks[name];
  return { label, sign, run: toggleMark(type), pressed: (state) => isMarked(state, name) };
}

function line(form: { header: number } | { list: string }, label: string, sign: string): Tool {
  return { label, sign, run: toggleForm(form), pressed: (state) => hasForm(state, form) };
}

function isMarked(state: EditorState, name: 'bold' | 'italic' | 'link'): boolean {
  const type = schema.marks[name];
  const { empty, $from, from, to } = state.selection;
  if (empty) return (state.storedMarks ?? $from.marks()).some((each) => each.type === type);
  return state.doc.rangeHasMark(from, to, type);
}

/** The tools of an editor; one of them takes the keyboard, arrows go to the others. */
export class Toolbar {
  readonly element = document.createElement('div');
  readonly #view: EditorView;
  readonly #buttons: HTMLButtonElement[] = [];

  constructor(view: EditorView) {
    this.#view = view;
    this.element.className = 'tools';
    this.element.setAttribute('role', 'toolbar');
    this.element.setAttribute('aria-label', fr.editor.tools);
    for (const tool of tools)
      this.#add(tool.label, tool.sign, () => {
        tool.run(view.state, view.dispatch.bind(view), view);
        view.focus();
      });
    this.#add(fr.editor.link, '↗', () => this.link());
    this.element.addEventListener('keydown', (event) => this.#rove(event));
    this.update();
  }

  #add(label: string, sign: string, run: () => void): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    // Whoever speaks to the machine says what is written; a single sign is a picture.
    const name = sign.length > 1 ? `${label} ${sign}` : label;
    button.title = name;
    button.setAttribute('aria-label', name);
    button.tabIndex = this.#buttons.length === 0 ? 0 : -1;
    // The press must not take the selection away from the text.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', run);
    this.#buttons.push(button);
    this.element.append(button);
  }

  /** Takes the keyboard. */
  enter(): boolean {
    this.#buttons.find(({ tabIndex }) => tabIndex === 0)?.focus();
    return true;
  }

  #rove(event: KeyboardEvent): void {
    const count = this.#buttons.length;
    const at = this.#buttons.findIndex((button) => button === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + count, Home: 0, End: count - 1 }[event.key];
    if (event.key === 'Escape') this.#view.focus();
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = this.#buttons[to % count];
    for (const button of this.#buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
  }

  /** Asks for the address of the selected words, of new ones, or of the link at the caret. */
  link(): void {
    const view = this.#view;
    const place = linkAt(view.state);
    const host = this.element.parentElement;
    if (host === null) return;
    const { link } = schema.marks;
    const dialog = mount(LinkDialog, {
      target: host,
      props: {
        href: place.href,
        worded: place.from < place.to,
        onset: (address: string, words: string) => {
          // Others may have written meanwhile: the selection has moved with the text.
          const { from, to } = linkAt(view.state);
          const mark = link.create({ href: address });
          const tr = view.state.tr;
          if (from < to) tr.removeMark(from, to, link).addMark(from, to, mark);
          else tr.insert(from, schema.text(words === '' ? address : words, [mark]));
          view.dispatch(tr);
        },
        onremove: () => {
          const { from, to } = linkAt(view.state);
          view.dispatch(view.state.tr.removeMark(from, to, link));
        },
        onclose: () => {
          view.focus();
          void unmount(dialog);
        },
      },
    });
  }

  /** Shows what the text under the caret is. */
  update(): void {
    tools.forEach((tool, at) => {
      this.#buttons[at]?.setAttribute('aria-pressed', String(tool.pressed(this.#view.state)));
    });
    this.#buttons.at(-1)?.setAttribute('aria-pressed', String(isMarked(this.#view.state, 'link')));
  }
}
