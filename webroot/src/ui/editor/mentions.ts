import { DOMSerializer, type Node, type Slice } from 'prosemirror-model';
import { Plugin, type Transaction } from 'prosemirror-state';
import type { NodeView } from 'prosemirror-view';
import { mount, unmount } from 'svelte';

import { OBJECT } from '../../text/mention';
import { fr } from '../fr';
import type { Person } from '../model/board';
import Mention from '../text/Mention.svelte';
import { schema } from './schema';

/**
 * How an editor shows whom its text mentions, and gives their names to what is copied.
 *
 * @param own whether a transaction is this person's
 */
export function mentions(
  person: (id: string) => Person | undefined,
  own: (tr: Transaction) => boolean,
): Plugin {
  const id = ({ attrs }: Node) => String(attrs['person']);
  const named = (node: Node) => `@${person(id(node))?.name ?? fr.formerMember}`;
  return new Plugin({
    props: {
      nodeViews: { mention: (node): NodeView => view(id(node), person) },
      clipboardTextSerializer: ({ content }: Slice) => content.textBetween(0, content.size, '\n\n', named),
      clipboardSerializer: new DOMSerializer(
        {
          ...DOMSerializer.nodesFromSchema(schema),
          mention: (node) => ['span', { 'data-mention': id(node) }, named(node)],
        },
        DOMSerializer.marksFromSchema(schema),
      ),
    },
    // Dictation may leave the character for something of its own; alone it stands in no text.
    appendTransaction: (trs, _before, { doc, tr }) => {
      if (!trs.some(({ docChanged }) => docChanged) || !trs.every(own)) return null;
      const stray: number[] = [];
      doc.descendants((node, position) => {
        for (
          let at = node.text?.indexOf(OBJECT) ?? -1;
          at >= 0;
          at = node.text?.indexOf(OBJECT, at + 1) ?? -1
        )
          stray.push(position + at);
      });
      for (const at of stray.reverse()) tr.delete(at, at + 1);
      return stray.length > 0 ? tr : null;
    },
  });
}

function view(id: string, person: (id: string) => Person | undefined): NodeView {
  const dom = document.createElement('span');
  const shown = mount(Mention, { target: dom, props: { id, person } });
  return { dom, ignoreMutation: () => true, destroy: () => void unmount(shown) };
}
