import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

import { fr } from '../fr';
import { singleKeys } from '../model/preferences.svelte';
import type { Mentionable } from '../model/people';
import type { Insertion } from '../text/editor';
import type { Choice, Offer } from './completion.svelte';
import { withForm } from './keys';
import { type LineForm, schema } from './schema';

/** Marks the transaction that makes room for something which does not stand in the text. */
export const INSERTION = 'insertion';

/**
 * What « / » offers on an empty line; nothing to those who want no shortcuts of one key.
 *
 * @param link asks for a link
 * @param insertions what is put elsewhere than in the text
 */
export function insertable(link: () => void, insertions: readonly Insertion[]): Offer | undefined {
  if (!singleKeys.on) return undefined;
  return {
    title: fr.completion.insert,
    choices: [
      form(fr.editor.heading1, { header: 1 }),
      form(fr.editor.heading2, { header: 2 }),
      form(fr.editor.bullets, { list: 'bullet' }),
      form(fr.editor.numbers, { list: 'ordered' }),
      {
        label: fr.editor.link,
        run: (tr, view) => {
          view.dispatch(tr);
          link();
        },
      },
      ...insertions.map((insertion) => ({
        label: insertion.label,
        run: (tr: Transaction, view: EditorView) => view.dispatch(tr.setMeta(INSERTION, insertion)),
      })),
    ],
  };
}

/** Whom « @ » offers. */
export function mentionable(people: readonly Mentionable[]): Offer {
  return {
    title: fr.completion.mention,
    choices: people.map(({ id, name, hue }) => ({
      label: name,
      hue,
      run: (tr, view) => {
        const mention = schema.nodes.mention.create({ person: id });
        view.dispatch(tr.insert(tr.selection.from, [mention, schema.text(' ')]).scrollIntoView());
      },
    })),
  };
}

function form(label: string, of: LineForm): Choice {
  return { label, run: (tr, view) => view.dispatch(withForm(tr, of)) };
}
