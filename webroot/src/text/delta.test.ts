import QuillDelta from 'quill-delta';
import { expect, test } from 'vitest';

import { compose, DeltaBuilder, deltaLength, invert, sameDelta, transform, transformPosition } from './delta';
import { type Delta, type Op, opLength } from './op';
import { expectSame, forAll, seed } from '../../tools/forAll';

function quill(delta: Delta): QuillDelta {
  return new QuillDelta(delta as QuillDelta['ops']);
}

function isCanonical(delta: Delta): boolean {
  const rebuilt = delta.reduce((builder, op) => builder.add(op), new DeltaBuilder()).build();
  return sameDelta(rebuilt, delta) && delta.every((op) => opLength(op) > 0 && isSorted(op));
}

function isSorted(op: Op): boolean {
  const names = 'delete' in op ? [] : Object.keys(op.attributes ?? {});
  return names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name);
}

test(`T-1 composes, transforms and inverts as quill-delta does (seed ${seed})`, { timeout: 120_000 }, () => {
  forAll(
    process.env['BINOME_LONG'] === undefined ? 8_000 : 100_000,
    ({ document, one, other, next, random }) => {
      const theirs = quill(one);
      expectSame(compose(document, one), quill(document).compose(theirs).ops as Delta);
      expectSame(compose(one, next), theirs.compose(quill(next)).ops as Delta);
      const priority = random() < 0.5;
      expectSame(transform(one, other, priority), theirs.transform(quill(other), priority).ops as Delta);
      const position = Math.floor(random() * deltaLength(document));
      const expected = theirs.transformPosition(position, priority);
      // A hundred thousand calls of expect take longer than all that they look at.
      if (transformPosition(one, position, priority) !== expected)
        expect(transformPosition(one, position, priority)).toBe(expected);
      // Quill also takes away, in an inverse, what was not there: the same text in the end.
      const inverse = theirs.invert(quill(document)).ops as Delta;
      if (one.some((op) => 'retain' in op && Object.values(op.attributes ?? {}).includes(null)))
        expectSame(compose(compose(document, one), inverse), document);
      else expectSame(invert(one, document), inverse);
    },
  );
});

test(
  `T-4, T-5 two edits at once come to the same text in both orders (seed ${seed})`,
  { timeout: 60_000 },
  () => {
    forAll(8_000, ({ document, one, other }) => {
      expectSame(
        compose(compose(document, one), transform(one, other, true)),
        compose(compose(document, other), transform(other, one, false)),
      );
    });
  },
);

test(
  `it does not matter which of three edits are composed first (seed ${seed})`,
  { timeout: 120_000 },
  () => {
    forAll(10_000, ({ document, one, next }) => {
      expectSame(compose(compose(document, one), next), compose(document, compose(one, next)));
    });
  },
);

test(`an inverse brings the text back (seed ${seed})`, { timeout: 120_000 }, () => {
  forAll(10_000, ({ document, one }) => {
    expectSame(compose(compose(document, one), invert(one, document)), document);
  });
});

test(`T-3 everything comes out in canonical form (seed ${seed})`, { timeout: 120_000 }, () => {
  forAll(10_000, ({ document, one, other, next }) => {
    const all = [
      compose(document, one),
      compose(one, next),
      transform(one, other, true),
      transform(one, other, false),
      invert(one, document),
    ];
    for (const delta of all) if (!isCanonical(delta)) expect(delta).toBe('canonical');
  });
});
