import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands';
import { undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Command, EditorState, Plugin, Transaction } from 'prosemirror-state';

import { formOf, type LineForm, schema } from './schema';

/** The lines under the selection, with where each starts. */
function linesUnder(state: Pick<EditorState, 'doc' | 'selection'>): { start: number; form: LineForm }[] {
  const lines: { start: number; form: LineForm }[] = [];
  const { from, to } = state.selection;
  state.doc.nodesBetween(from, to, (node, start) => {
    if (node.type === schema.nodes.line) lines.push({ start, form: formOf(node.attrs) });
    return node.type === schema.nodes.doc;
  });
  return lines;
}

/** Whether every line under the selection has that form. */
export function hasForm(state: EditorState, form: LineForm): boolean {
  return linesUnder(state).every((line) => line.form.header === form.header && line.form.list === form.list);
}

/** Gives the lines under the selection a form, or takes it away where all have it. */
export function toggleForm(form: LineForm): Command {
  return (state, dispatch) => {
    const next = hasForm(state, form) ? {} : form;
    if (dispatch) dispatch(withForm(state.tr, next));
    return true;
  };
}

/** The lines under the selection of a transaction with that form. */
export function withForm(tr: Transaction, form: LineForm): Transaction {
  for (const { start } of linesUnder(tr))
    tr.setNodeMarkup(start, undefined, { header: form.header ?? null, list: form.list ?? null });
  return tr;
}

/** Enter: a list goes on, an empty item ends it, a heading is one line. */
const breakLine: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const { header, list } = formOf($from.parent.attrs);
  if (empty && list !== undefined && $from.parent.content.size === 0) {
    dispatch?.(withForm(state.tr, {}));
    return true;
  }
  const atEnd = $from.parentOffset === $from.parent.content.size;
  const next = { header: atEnd ? null : (header ?? null), list: list ?? null };
  const tr = state.tr.deleteSelection();
  tr.split(tr.selection.from, 1, [{ type: schema.nodes.line, attrs: next }]);
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Backspace at the start of a heading or an item makes it a paragraph first. */
const unform: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || Object.keys(formOf($from.parent.attrs)).length === 0) return false;
  dispatch?.(withForm(state.tr, {}));
  return true;
};

export function keys(): Plugin[] {
  return [
    keymap({
      'Mod-b': toggleMark(schema.marks.bold),
      'Mod-i': toggleMark(schema.marks.italic),
      'Mod-Alt-1': toggleForm({ header: 1 }),
      'Mod-Alt-2': toggleForm({ header: 2 }),
      'Mod-Shift-7': toggleForm({ list: 'ordered' }),
      'Mod-Shift-8': toggleForm({ list: 'bullet' }),
      Enter: breakLine,
      Backspace: chainCommands(undoInputRule, unform),
    }),
    keymap({ ...baseKeymap, Enter: chainCommands(breakLine) }),
  ];
}
