import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

type Theme = 'light' | 'dark' | 'projecteur';

const css = readFileSync('src/ui/tokens.css', 'utf8');
const themes: Record<Theme, Map<string, string>> = {
  light: new Map(),
  dark: new Map(),
  projecteur: new Map(),
};
for (const [, name = '', light = '', dark = ''] of css.matchAll(
  /--(\w+): light-dark\((#\w{6}), (#\w{6})\)/g,
)) {
  themes.light.set(name, light);
  themes.dark.set(name, dark);
}
for (const [, name = '', value = ''] of css.matchAll(/--(\w+): (#\w{6});/g))
  themes.projecteur.set(name, value);

const surfaces = ['paper', 'desk', 'inset', 'lift'];
const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'];
const blocs = ['b1', 'b2', 'b3', 'b4'];

/** Pairs of a text and what it stands on. */
const texts = [
  ...surfaces.flatMap((on) =>
    ['ink', 'ink2', 'ink3', 'accent', 'err', 'warn', 'info'].map((text) => [text, on]),
  ),
  ...['paper', 'desk', 'inset', 'soft'].flatMap((on) => blocs.map((bloc) => [bloc, on])),
  ...['paper', 'desk', 'inset'].flatMap((on) => people.map((person) => [person, on])),
  ...people.map((person) => ['onp', person]),
  ['onaccent', 'accent'],
  ['ink', 'soft'],
  ['accent', 'soft'],
  ['err', 'errsoft'],
  ['warn', 'warnsoft'],
  ['info', 'infosoft'],
  ['paper', 'ink'],
] as [string, string][];

describe.each(['light', 'dark', 'projecteur'] as const)('contrast in the theme %s', (theme) => {
  const tokens = themes[theme];

  test('every colour is there', () => expect(tokens.size).toBe(32));

  test.each(texts)('%s on %s reads (4.5)', (text, on) => {
    expect(ratio(colour(tokens, text), colour(tokens, on))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(surfaces)('the edge of a control shows on %s (3)', (on) => {
    expect(ratio(colour(tokens, 'edge'), colour(tokens, on))).toBeGreaterThanOrEqual(3);
  });

  test.each(people)('ink on the glow of %s reads (4.5)', (person) => {
    const glow = mix(colour(tokens, person), colour(tokens, 'paper'), 0.15);
    expect(ratio(colour(tokens, 'ink'), glow)).toBeGreaterThanOrEqual(4.5);
  });
});

test('the figures are those of WCAG', () => {
  expect(ratio([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(ratio([0x77, 0x77, 0x77], [255, 255, 255])).toBeCloseTo(4.48, 2);
});

type Colour = readonly [number, number, number];

function colour(tokens: Map<string, string>, name: string): Colour {
  const hex = tokens.get(name);
  if (hex === undefined) throw new Error(`no colour --${name}`);
  const channel = (at: number) => parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

function mix(top: Colour, under: Colour, share: number): Colour {
  const channel = (i: 0 | 1 | 2) => top[i] * share + under[i] * (1 - share);
  return [channel(0), channel(1), channel(2)];
}

/** The contrast ratio of WCAG 2.2. */
function ratio(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}
