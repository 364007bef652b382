import QuillDelta from 'quill-delta';
import { expect, test } from 'vitest';

import { compose, DeltaBuilder, deltaLength, invert, sameDelta, transform, transformPosition } from './delta';
import { diff } from './diff';
import type { Attributes, Delta } from './op';

/** How many random cases a run compares with the package that everybody uses. */
const CASES = 100_000;

const seed = Number(process.env['BINOME_SEED'] ?? Date.now() % 2 ** 31);

test(`as quill-delta on ${CASES} random cases (seed ${seed})`, { timeout: 60_000 }, () => {
  const random = randomOf(seed);
  for (let at = 0; at < CASES; at++) {
    const document = randomDocument(random);
    const one = randomChange(random, document);
    const other = randomChange(random, document);
    const theirs = { document: quill(document), one: quill(one), other: quill(other) };
    const priority = random(2) === 0;
    const position = random(deltaLength(document));
    const context = `case ${at} of seed ${seed}`;
    same(compose(document, one), theirs.document.compose(theirs.one), context);
    same(
      compose(one, transform(one, other, true)),
      theirs.one.compose(theirs.one.transform(theirs.other, true)),
      context,
    );
    same(transform(one, other, priority), theirs.one.transform(theirs.other, priority), context);
    if (transformPosition(one, position, priority) !== theirs.one.transformPosition(position, priority))
      expect.fail(context);
    // What the oracle does not say: both orders end the same, an inverse undoes, a difference leads there.
    const after = compose(document, one);
    const both = compose(after, transform(one, other, true));
    if (!sameDelta(both, compose(compose(document, other), transform(other, one, false))))
      expect.fail(`TP1, ${context}`);
    // The oracle's inverse also takes away what was not there: compared by what it does.
    const back = compose(after, invert(one, document));
    same(back, theirs.document.compose(theirs.one).compose(theirs.one.invert(theirs.document)), context);
    if (!sameDelta(back, document)) expect.fail(`inverse, ${context}`);
    if (!sameDelta(compose(document, diff(document, after)), after)) expect.fail(`diff, ${context}`);
  }
});

function same(ours: Delta, theirs: QuillDelta, context: string): void {
  if (!sameDelta(ours, theirs.ops as Delta)) expect(ours, context).toEqual(theirs.ops);
}

function quill(delta: Delta): QuillDelta {
  return new QuillDelta(delta.map((op) => ({ ...op })));
}

type Random = (below: number) => number;

/** A small generator whose seed makes a run again. */
function randomOf(start: number): Random {
  let state = start | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function randomDocument(random: Random): Delta {
  const document = new DeltaBuilder();
  for (let runs = random(5); runs > 0; runs--) document.insert(randomText(random), randomForm(random, false));
  return document.insert('\n').build();
}

function randomChange(random: Random, document: Delta): Delta {
  const change = new DeltaBuilder();
  let left = deltaLength(document) - 1;
  for (let steps = 1 + random(4); steps > 0; steps--) {
    const length = Math.min(left, random(4));
    switch (random(4)) {
      case 0:
        change.insert(randomText(random), randomForm(random, false));
        break;
      case 1:
        change.delete(length);
        left -= length;
        break;
      case 2:
        change.retain(length, randomForm(random, true));
        left -= length;
        break;
      default:
        change.retain(length);
        left -= length;
    }
  }
  return change.build();
}

function randomText(random: Random): string {
  const words = ['a', 'bc', 'é', '\n', 'x\ny', 'mot ', '€'];
  return words[random(words.length)] ?? 'a';
}

function randomForm(random: Random, removals: boolean): Attributes | undefined {
  const forms: Attributes[] = [
    { bold: true },
    { italic: true },
    { bold: true, italic: true },
    { link: 'https://a.example' },
    { header: 1 },
    { list: 'bullet' },
  ];
  const removed: Attributes[] = removals
    ? [{ bold: null }, { bold: null, italic: true }, { header: null }]
    : [];
  const all = [undefined, undefined, ...forms, ...removed];
  return all[random(all.length)];
}
