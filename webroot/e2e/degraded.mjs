// Two teachers behind a proxy that lets no WebSocket through: they write in one paragraph all the same, the
// pill says that it is a detour, and the straight way is taken again once it is open. Run by BrowserTest.
import assert from 'node:assert/strict';
import process from 'node:process';

import { blockingProxy } from './blocking-proxy.mjs';
import {
  besidesCuts,
  consigne,
  edit,
  eventually,
  snapshot,
  teachers,
  textOf,
  toSheet,
  words,
} from './teachers.mjs';

const [url, claires, mehdis, server] = process.argv.slice(2);
const network = { upgrades: 'refuse', holds: false };
const proxy = await blockingProxy(Number(new URL(url).port), server, network);
const { pages, problems, tell, close } = await teachers(url, [claires, mehdis]);
const [claire, mehdi] = pages;
try {
  await toSheet(claire);
  await detour(claire).waitFor();
  const sheet = claire.url();
  await goTo(mehdi, sheet, 'refused');

  // The proxy begins to let upgrades through: nobody does anything, and the detour ends.
  network.upgrades = 'pass';
  await Promise.all(pages.map((page) => detour(page).waitFor({ state: 'detached' })));
  await write(claire, 'tout droit ;');
  await mehdi.getByText('tout droit ;').waitFor();

  // It swallows them now, and the connections that there are break.
  network.upgrades = 'swallow';
  proxy.cut();
  await write(mehdi, 'par un détour ;');
  await detour(mehdi).waitFor();
  await goTo(claire, sheet, 'swallowed');

  // While both type the network breaks three times.
  const mine = words('c', 30);
  const theirs = words('m', 30);
  await Promise.all([
    write(claire, mine.join('')),
    write(mehdi, theirs.join('')),
    (async () => {
      for (let i = 0; i < 3; i++) {
        await claire.waitForTimeout(700);
        proxy.cut();
      }
    })(),
  ]);
  await same([...mine, ...theirs, 'tout droit ;', 'par un détour ;']);

  // It holds answers back until they end as well: a stream never begins, so they are asked one by one.
  network.holds = true;
  await goTo(mehdi, sheet, 'held back');
  await write(mehdi, 'à petits pas ;');
  await write(claire, 'encore ;');
  await same([...mine, ...theirs, 'à petits pas ;', 'encore ;']);
  assert.deepEqual(besidesCuts(problems), []);
} catch (error) {
  await tell();
  throw error;
} finally {
  await close();
  proxy.close();
}

/** Opens the sheet anew, and tells how long the detour took to be found. */
async function goTo(page, sheet, how) {
  await page.goto(sheet);
  const from = Date.now();
  await detour(page).waitFor();
  await consigne(page).waitFor();
  console.log(`${how}: on the detour after ${Date.now() - from} ms`);
}

/** Writes in the consigne, Claire at its end and Mehdi at its beginning: not at one letter. */
async function write(page, text) {
  if ((await page.locator('.ProseMirror').count()) === 0) await edit(page);
  await page.locator('.ProseMirror').focus();
  await page.keyboard.press(page === claire ? 'Control+End' : 'Control+Home');
  await page.keyboard.type(text, { delay: 12 });
}

/** Both screens and the server have the same text, and each word in it once. */
async function same(all) {
  await Promise.all(pages.map(saved));
  await eventually(async () => assert.equal(await textOf(mehdi), await textOf(claire)));
  const text = await textOf(claire);
  for (const word of all) assert.equal(text.split(word).length - 1, 1, `${word} in: ${text}`);
  const { entities } = JSON.parse(await snapshot(claire));
  const kept = entities.map(({ fields }) => fields.consigne?.map(({ insert }) => insert).join(''));
  assert(kept.includes(`${text}\n`), `the server has what is on the screens: ${text}`);
}

function detour(page) {
  return page.getByText('mode dégradé');
}

async function saved(page) {
  await page
    .getByRole('status')
    .filter({ hasText: /^\s*Enregistré/ })
    .waitFor();
}
