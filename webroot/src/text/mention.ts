import { DeltaBuilder } from './delta';
import type { Delta, Op } from './op';

/** The character that stands for a mention, with the id of the person as its attribute (T-7). */
export const OBJECT = '\ufffc';

/** Whether a value is the id of a person as the server makes them; nobody mentions the system. */
export function isPerson(value: unknown): value is string {
  return typeof value === 'string' && /^p[A-Za-z0-9_-]{1,22}$/.test(value);
}

/** Whom an operation mentions. */
export function mentionOf(op: Op): string | undefined {
  if (!('insert' in op)) return undefined;
  const person = op.attributes?.['mention'];
  return typeof person === 'string' ? person : undefined;
}

/** The words of a document without their form, with the names of those whom it mentions. */
export function worded(document: Delta, name: (person: string) => string): string {
  return document
    .map((op) => {
      const person = mentionOf(op);
      const text = 'insert' in op ? op.insert : '';
      return person === undefined ? text : text.replaceAll(OBJECT, () => `@${name(person)}`);
    })
    .join('');
}

/** A document without its mentions: what stood around one is not left with two spaces. */
export function withoutMentions(document: Delta): Delta {
  const kept = new DeltaBuilder();
  let before = '\n';
  let left = false;
  for (const op of document) {
    if (!('insert' in op)) continue;
    if (mentionOf(op) !== undefined) {
      left = true;
      continue;
    }
    const text = left && /\s$/.test(before) ? op.insert.replace(/^ /, '') : op.insert;
    kept.insert(text, op.attributes);
    before = text === '' ? before : text;
    left = false;
  }
  return kept.build();
}
