import { expect, test } from 'vitest';

import { csvOf } from './export';

test('V-87 nothing in a CSV file is run as a formula, and a French spreadsheet reads it', async () => {
  const lines = [
    ['Compétence', 'Première'],
    ['=1+1', '+33'],
    ['-2', '@cmd'],
    ['un ; deux', -2],
  ];
  const file = await csvOf(lines);
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe(
    "Compétence;Première\r\n'=1+1;'+33\r\n'-2;'@cmd\r\n\"un ; deux\";-2\r\n",
  );
});
