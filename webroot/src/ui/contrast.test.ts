import { readdirSync, readFileSync } from 'node:fs';

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

/** Pairs of a text and what it stands on: those that LOOK.md computes, and hovered or chosen ones. */
const texts = [
  ...surfaces.flatMap((on) =>
    ['ink', 'ink2', 'ink3', 'accent', 'err', 'warn', 'info'].map((text) => [text, on]),
  ),
  ...['paper', 'desk', 'inset', 'soft'].flatMap((on) => blocs.map((bloc) => [bloc, on])),
  ...['paper', 'desk', 'inset'].flatMap((on) => people.map((person) => [person, on])),
  ...people.map((person) => ['onp', person]),
  ['onaccent', 'accent'],
  ...['ink', 'ink2', 'ink3', 'accent', 'err', 'warn'].map((text) => [text, 'soft']),
  ...['err', 'warn', 'info'].flatMap((tone) => ['ink', 'ink2', tone].map((text) => [text, `${tone}soft`])),
  ['paper', 'ink'],
] as [string, string][];

/** Lines that tell something, and what they stand on: edges of controls, the ring of the keyboard. */
const lines = [
  ...[...surfaces, 'soft'].flatMap((on) =>
    ['edge', 'accent', 'err', 'warn', 'info'].map((line) => [line, on]),
  ),
  ...['desk', 'paper', 'lift'].flatMap((on) => people.map((person) => [person, on])),
  ['warn', 'warnsoft'],
  ['info', 'infosoft'],
  ['err', 'errsoft'],
] as [string, string][];

describe.each(['light', 'dark', 'projecteur'] as const)('V-3 contrast in the theme %s', (theme) => {
  const tokens = themes[theme];

  test('every colour is there', () => expect(tokens.size).toBe(32));

  test.each(texts)('%s on %s reads (4.5)', (text, on) => {
    expect(ratio(colour(tokens, text), colour(tokens, on))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(lines)('a line of %s shows on %s (3)', (line, on) => {
    expect(ratio(colour(tokens, line), colour(tokens, on))).toBeGreaterThanOrEqual(3);
  });

  test.each(people)('ink on the glow or in the selection of %s reads (4.5)', (person) => {
    const glow = mix(colour(tokens, person), colour(tokens, 'paper'), 0.15);
    expect(ratio(colour(tokens, 'ink'), glow)).toBeGreaterThanOrEqual(4.5);
  });

  test('ink in my own selection reads (4.5)', () => {
    const selection = mix(colour(tokens, 'accent'), colour(tokens, 'paper'), 0.25);
    expect(ratio(colour(tokens, 'ink'), selection)).toBeGreaterThanOrEqual(4.5);
  });

  test('the hovered primary button reads (4.5)', () => {
    const hovered = mix(colour(tokens, 'accent'), colour(tokens, 'ink'), 0.88);
    expect(ratio(colour(tokens, 'onaccent'), hovered)).toBeGreaterThanOrEqual(4.5);
  });

  test('whoever does not see green tells the blocs apart (10 in OKLab × 100, where 5 would confuse them)', () => {
    const seen = blocs.map((bloc) => oklab(deuteranope(colour(tokens, bloc))));
    for (const [at, one] of seen.entries())
      for (const other of seen.slice(at + 1)) expect(distance(one, other) * 100).toBeGreaterThan(10);
  });
});

test('V-3 only tokens.css names a colour', () => {
  const named = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(svelte|css)$/.test(file) && file !== 'tokens.css')
    .flatMap((file) => {
      const text = readFileSync(`src/ui/${file}`, 'utf8');
      const style = file.endsWith('.css') ? text : text.slice(text.lastIndexOf('<style>'));
      return (style.match(/#[\da-f]{3,8}\b|\b(rgb|hsl|oklch|light-dark)\(.*/gi) ?? []).map(
        (hit) => `${file}: ${hit}`,
      );
    });
  expect(named).toEqual([]);
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
  const [r, g, b] = linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear([r, g, b]: Colour): Colour {
  const light = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [light(r), light(g), light(b)];
}

/** How much light of each colour an eye without green cones sees (Machado 2009, complete). */
function deuteranope(colour: Colour): Colour {
  const [r, g, b] = linear(colour);
  return [
    0.367322 * r + 0.860646 * g - 0.227968 * b,
    0.280085 * r + 0.672501 * g + 0.047413 * b,
    -0.01182 * r + 0.04294 * g + 0.968881 * b,
  ];
}

/** Linear light in OKLab, where distances are those that an eye sees. */
function oklab([r, g, b]: Colour): Colour {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function distance(one: Colour, other: Colour): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}
