import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

import type { Mark } from '../text/pieces';
import { positionAt } from './document';

const key = new PluginKey<DecorationSet>('carets');

/** The carets and selections of the others; they move with the text until the next are told. */
export const carets = new Plugin<DecorationSet>({
  key,
  state: {
    init: () => DecorationSet.empty,
    apply: (tr, shown) => {
      const marks = tr.getMeta(key) as readonly Mark[] | undefined;
      if (!marks) return shown.map(tr.mapping, tr.doc);
      return DecorationSet.create(
        tr.doc,
        marks.flatMap((mark) => {
          const from = positionAt(tr.doc, mark.from);
          const to = positionAt(tr.doc, mark.to);
          const selected = { class: 'selected', 'data-hue': String(mark.hue) };
          return [
            ...(from < to ? [Decoration.inline(from, to, selected)] : []),
            Decoration.widget(to, () => caret(mark), {
              key: `${mark.session}/${mark.name}/${mark.to}`,
              side: 1,
            }),
          ];
        }),
      );
    },
  },
  props: { decorations: (state) => key.getState(state) },
});

export { key as caretsKey };

/** As Caret.svelte draws it. It has no text: the browser would put its own caret into it, and part a composed word. */
function caret({ name, hue }: Mark): HTMLElement {
  const element = document.createElement('span');
  element.className = 'caret';
  element.dataset['hue'] = String(hue);
  // Who writes where is said beside the text; inside it, it would be read into the sentence.
  element.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  label.className = 'name';
  label.dataset['name'] = name;
  element.append(label);
  return element;
}
