import { toggleMark } from 'prosemirror-commands';
import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

import { fr } from '../fr';
import { safeLink } from '../text/lines';
import { hasForm, toggleForm } from './keys';
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
  readonly #address = document.createElement('input');

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
    this.#add(fr.editor.link, '↗', () => this.#link());
    this.#address.type = 'url';
    this.#address.hidden = true;
    this.#address.placeholder = 'https://';
    this.#address.setAttribute('aria-label', fr.editor.address);
    this.#address.addEventListener('keydown', (event) => this.#enter(event));
    this.element.append(this.#address);
    this.element.addEventListener('keydown', (event) => this.#rove(event));
    this.update();
  }

  #add(label: string, sign: string, run: () => void): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.title = label;
    button.setAttribute('aria-label', label);
    button.tabIndex = this.#buttons.length === 0 ? 0 : -1;
    // The press must not take the selection away from the text.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', run);
    this.#buttons.push(button);
    this.element.append(button);
  }

  #rove(event: KeyboardEvent): void {
    const at = this.#buttons.findIndex((button) => button === document.activeElement);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (at < 0 || step === 0) return;
    event.preventDefault();
    const next = this.#buttons[(at + step + this.#buttons.length) % this.#buttons.length];
    for (const button of this.#buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
  }

  /** Takes the link away where there is one, asks for its address where there is none. */
  #link(): void {
    const view = this.#view;
    if (isMarked(view.state, 'link')) {
      toggleMark(schema.marks.link)(view.state, view.dispatch.bind(view));
      view.focus();
    } else if (!view.state.selection.empty) {
      this.#address.hidden = false;
      this.#address.value = '';
      this.#address.focus();
    }
  }

  #enter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    const view = this.#view;
    const href = safeLink(this.#address.value.trim());
    if (event.key === 'Enter' && href !== undefined)
      toggleMark(schema.marks.link, { href })(view.state, view.dispatch.bind(view));
    this.#address.hidden = true;
    view.focus();
  }

  /** Shows what the text under the caret is. */
  update(): void {
    tools.forEach((tool, at) => {
      this.#buttons[at]?.setAttribute('aria-pressed', String(tool.pressed(this.#view.state)));
    });
    this.#buttons.at(-1)?.setAttribute('aria-pressed', String(isMarked(this.#view.state, 'link')));
  }
}
