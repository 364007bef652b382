import type { Op } from '../../src/text/op';
import type { LoadEditor } from '../../src/ui/text/editor';
import { lineOf, typed } from '../../src/ui/text/line';

/** The smallest editor that keeps the contract of the real one: plain text in a text area. */
export const plainEditor: LoadEditor = () =>
  Promise.resolve((host, { content, label, onedit, onplace }) => {
    const area = document.createElement('textarea');
    area.setAttribute('aria-label', label);
    area.value = lineOf(content);
    let before = area.value;
    const edit = () => {
      const mine = typed(before, area.value, area.selectionEnd);
      before = area.value;
      if (mine.length > 0) onedit(mine);
    };
    const place = () => onplace(area.selectionStart, area.selectionEnd - area.selectionStart);
    area.addEventListener('input', edit);
    area.addEventListener('selectionchange', place);
    host.append(area);
    return {
      apply: (foreign) => {
        before = area.value = applied(area.value, foreign);
      },
      marks: (marks) => {
        host.dataset['others'] = marks.map(({ name }) => name).join(' ');
      },
      focus: (index) => {
        area.focus();
        area.setSelectionRange(index, index);
      },
      destroy: () => area.remove(),
    };
  });

function applied(text: string, delta: readonly Op[]): string {
  let at = 0;
  let out = '';
  for (const op of delta) {
    if ('insert' in op) out += op.insert;
    else if ('delete' in op) at += op.delete;
    else {
      out += text.slice(at, at + op.retain);
      at += op.retain;
    }
  }
  return out + text.slice(at);
}
