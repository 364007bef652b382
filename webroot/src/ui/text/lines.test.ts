import { expect, test } from 'vitest';

import { blocksOf, isBlank, lengthOf, linesOf, safeLink } from './lines';
import { pieces, type Mark } from './pieces';

test('a text is cut at its newlines, and keeps the positions', () => {
  const lines = linesOf([
    { insert: 'Bonjour ' },
    { insert: 'à', attributes: { bold: true } },
    { insert: ' tous\nun' },
    { insert: '\n', attributes: { list: 'bullet' } },
    { insert: ' fin\n' },
  ]);
  expect(lines.map(({ end }) => end)).toEqual([14, 17, 22]);
  expect(lines[0]?.runs.map(({ text, from }) => [text, from])).toEqual([
    ['Bonjour ', 0],
    ['à', 8],
    [' tous', 9],
  ]);
  expect(lines[2]?.runs).toMatchObject([{ text: ' fin', from: 18 }]);
});

test('lines of one list stand together, other lines alone', () => {
  const item = { insert: '\n', attributes: { list: 'bullet' } };
  const lines = linesOf([{ insert: 'a\nb' }, item, { insert: 'c' }, item, { insert: 'd\ne\n' }]);
  expect(blocksOf(lines).map(({ sort, lines }) => [sort, lines.length])).toEqual([
    ['paragraph', 1],
    ['bullet', 2],
    ['paragraph', 1],
    ['paragraph', 1],
  ]);
});

test('the length of a text counts its last newline', () => {
  expect(lengthOf([{ insert: 'a' }, { insert: 'é\n' }])).toBe(3);
});

test('a text of newlines only is blank', () => {
  expect(isBlank([{ insert: '\n' }])).toBe(true);
  expect(isBlank([{ insert: 'a\n' }])).toBe(false);
});

test.each([
  ['https://eduscol.education.fr', true],
  ['mailto:x@example.org', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  [true, false],
])('the link %s may be followed: %s', (value, safe) => {
  expect(safeLink(value) !== undefined).toBe(safe);
});

const mark = (from: number, to: number): Mark => ({ session: from, name: 'Mehdi', hue: 3, from, to });

test('a caret stands at its place, once', () => {
  const caret = mark(3, 3);
  const cut = pieces('bonjour', 0, [caret]);
  expect(cut.map(({ text, carets }) => [text, carets.length])).toEqual([
    ['bon', 1],
    ['jour', 0],
  ]);
});

test('a selection is coloured from where it starts to its caret', () => {
  const cut = pieces('bonjour', 0, [mark(1, 3)]);
  expect(cut.map(({ text, hue }) => [text, hue])).toEqual([
    ['b', undefined],
    ['on', 3],
    ['jour', undefined],
  ]);
});

test('a caret between two runs of a line belongs to the second, at the end of the line to the line', () => {
  const at = [mark(3, 3)];
  expect(pieces('bon', 0, at, false).flatMap(({ carets }) => carets)).toHaveLength(0);
  expect(pieces('jour', 3, at, false).flatMap(({ carets }) => carets)).toHaveLength(1);
  expect(pieces('', 3, at).flatMap(({ carets }) => carets)).toHaveLength(1);
});
