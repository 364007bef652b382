import { readFileSync } from 'node:fs';

import QuillDelta from 'quill-delta';
import { expect, test } from 'vitest';

import { compose, invert, sameDelta, transform, transformPosition } from './delta';
import type { Delta } from './op';
import { documentFault, editFault, type Shape } from './rules';

interface Refusable {
  readonly shape: Shape;
  readonly max: number;
  readonly fault?: string;
}

/** One line of the file that Java writes: what is done, to what, and what comes of it. */
type Sample =
  | { readonly does: 'compose'; readonly first: Delta; readonly then: Delta; readonly result: Delta }
  | {
      readonly does: 'transform';
      readonly first: Delta;
      readonly other: Delta;
      readonly priority: boolean;
      readonly result: Delta;
    }
  | {
      readonly does: 'position';
      readonly delta: Delta;
      readonly position: number;
      readonly priority: boolean;
      readonly result: number;
    }
  | { readonly does: 'invert'; readonly delta: Delta; readonly document: Delta; readonly result: Delta }
  | ({
      readonly does: 'edit';
      readonly document: Delta;
      readonly delta: Delta;
      readonly result?: Delta;
    } & Refusable)
  | ({ readonly does: 'document'; readonly document: Delta } & Refusable);

const samples = readFileSync('../src/test/resources/samples/texts.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Sample);

/** What TypeScript makes of a sample. */
function outcome(sample: Sample): Delta | number | string | undefined {
  switch (sample.does) {
    case 'compose':
      return compose(sample.first, sample.then);
    case 'transform':
      return transform(sample.first, sample.other, sample.priority);
    case 'position':
      return transformPosition(sample.delta, sample.position, sample.priority);
    case 'invert':
      return invert(sample.delta, sample.document);
    case 'edit': {
      const { document, delta, shape, max } = sample;
      return editFault(document, delta, shape, max) ?? compose(document, delta);
    }
    case 'document':
      return documentFault(sample.document, sample.shape, sample.max);
  }
}

/** What the package that everybody uses makes of it; undefined for what it has no word on. */
function oracle(sample: Sample): Delta | number | undefined {
  switch (sample.does) {
    case 'compose':
      return quill(sample.first).compose(quill(sample.then)).ops as Delta;
    case 'transform':
      return quill(sample.first).transform(quill(sample.other), sample.priority).ops as Delta;
    case 'position':
      return quill(sample.delta).transformPosition(sample.position, sample.priority);
    case 'invert':
    case 'edit':
    case 'document':
      return undefined;
  }
}

function same(ours: Delta | number | undefined, theirs: Delta | number): boolean {
  return typeof ours === 'object' && typeof theirs === 'object' ? sameDelta(ours, theirs) : ours === theirs;
}

function quill(delta: Delta): QuillDelta {
  return new QuillDelta(delta as QuillDelta['ops']);
}

test('T-1, T-2, T-3, T-4, T-6, T-7 TypeScript keeps the vectors that it shares with Java', () => {
  expect(samples).toHaveLength(5_000);
  const wrong = samples.flatMap((sample, at) => {
    const expected = ('fault' in sample ? sample.fault : undefined) ?? ('result' in sample && sample.result);
    const found = outcome(sample) ?? false;
    // As it goes over the wire: the order of attributes counts.
    return JSON.stringify(found) === JSON.stringify(expected) ? [] : [{ line: at + 1, sample, found }];
  });
  expect(wrong).toEqual([]);
});

test('T-1 the vectors are what quill-delta makes of them', () => {
  const wrong = samples.flatMap((sample, at) => {
    const theirs = oracle(sample);
    return theirs === undefined || ('result' in sample && same(sample.result, theirs))
      ? []
      : [{ line: at + 1, sample, theirs }];
  });
  expect(wrong).toEqual([]);
});
