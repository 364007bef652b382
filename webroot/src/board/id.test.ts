import { expect, test } from 'vitest';

import { memberId, newId } from './id';

test('a new id is twelve base64url characters made of all the bits it is given', () => {
  expect(newId((bytes) => bytes.fill(0))).toBe('AAAAAAAAAAAA');
  expect(newId((bytes) => bytes.forEach((_, i) => (bytes[i] = 255 - i)))).toBe('_-9876543210');
});

test('two ids differ', () => {
  const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
  const ids = new Set(Array.from({ length: 1000 }, () => newId(random)));
  expect(ids.size).toBe(1000);
});

test('the id of a set member names owner, kind and target', () => {
  expect(memberId('s1', 'competence', 'ma-b1-flux')).toBe('s1~competence~ma-b1-flux');
});
