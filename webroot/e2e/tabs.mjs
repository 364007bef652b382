// Tabs, and people, who share one browser: each tab has a queue of its own, what closed tabs leave is sent by
// another, and nobody's words are sent in another's name or wiped without a question. Run by BrowserTest.
import assert from 'node:assert/strict';
import process from 'node:process';

import { network } from './network.mjs';
import { back, editing, queues, says } from './queue.mjs';
import { besidesCuts, consigne, eventually, listen, snapshot, teachers, toSheet } from './teachers.mjs';

const [url, claires, mehdis] = process.argv.slice(2);
const net = await network(Number(new URL(url).port));
const { pages, problems, tell, close } = await teachers(url, [claires], [net]);
const context = pages[0].context();
let page = pages[0];
try {
  await toSheet(page);
  const sheet = page.url();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await says(page, /^\s*Enregistré/);
  await twoTabs(sheet);
  await signingOutAsks();
  await another(sheet);
  assert.deepEqual(besidesCuts(problems), []);
} catch (error) {
  await tell().catch(() => undefined);
  throw error;
} finally {
  await close();
  net.close();
}

/** A tab that is duplicated takes a queue of its own; the next to be opened sends what both have left. */
async function twoTabs(sheet) {
  const twin = await open(sheet);
  await says(twin, /^\s*Enregistré/);
  net.leave();
  await write(page, 'premier onglet;', 'End');
  await write(twin, 'second onglet;', 'Home');
  for (const tab of [page, twin]) await says(tab, /gardées sur cet appareil\s*$/);
  assert.deepEqual(
    (await queues(twin)).map(({ waiting }) => waiting),
    [1, 1],
  );
  const held = await twin.evaluate(() =>
    navigator.locks.query().then(({ held }) => held.map(({ name }) => name)),
  );
  for (const { client } of await queues(twin)) assert(held.includes(`binome/${client}`));
  await page.close();
  await twin.close();

  page = await open(sheet);
  await says(page, /^\s*Hors connexion – 2 modifications en attente|gardées sur cet appareil\s*$/);
  await back(page, net);
  await hasOnce('premier onglet;');
  await hasOnce('second onglet;');
  await says(page, /^\s*Enregistré/);
  await eventually(async () => assert.equal((await queues(page)).length, 1));
}

/** While something waits, signing out asks; once it is sent, there is nothing to lose. */
async function signingOutAsks() {
  net.leave();
  await write(page, 'pas encore;', 'End');
  await says(page, /gardées sur cet appareil\s*$/);
  await page.getByRole('button', { name: /^Compte de/ }).click();
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Effacer 1 modification et se déconnecter' }).waitFor();
  await back(page, net);
  await dialog.getByText('Tout est enregistré sur le serveur.').waitFor();
  await dialog.getByRole('button', { name: 'Rester connecté' }).click();
  await hasOnce('pas encore;');
}

/** Claire leaves without signing out, with a word that waits; Mehdi signs in; she comes back. */
async function another(sheet) {
  net.leave();
  await write(page, 'à Claire;', 'End');
  await says(page, /gardées sur cet appareil\s*$/);
  const hers = await context.cookies();
  await page.close();
  net.resume();
  page = await open(`${url}/demonstration#${mehdis}`);
  await page.getByRole('heading', { name: 'Mes classes' }).waitFor();
  await page.goto(sheet);
  await consigne(page).waitFor();
  await write(page, 'à Mehdi;', 'Home');
  await says(page, /^\s*Enregistré/);
  await hasOnce('à Mehdi;');
  assert(!(await snapshot(page)).includes('à Claire;'));
  // What is acknowledged is written down within a second: then nothing of his waits, and hers still does.
  await eventually(async () =>
    assert.deepEqual((await queues(page)).map(({ waiting }) => waiting).sort(), [0, 1]),
  );
  assert.equal(new Set((await queues(page)).map(({ user }) => user)).size, 2);

  await page.close();
  await context.addCookies(hers);
  page = await open(sheet);
  await consigne(page).waitFor();
  await hasOnce('à Claire;');
  await says(page, /^\s*Enregistré/);
}

async function open(address) {
  const tab = await context.newPage();
  listen(tab, problems);
  await tab.goto(address);
  return tab;
}

async function write(tab, word, end) {
  await consigne(tab).waitFor();
  await editing(tab);
  await tab.locator('.ProseMirror').focus();
  await tab.keyboard.press(`Control+${end}`);
  await tab.keyboard.insertText(word);
}

/** The server has that word, once. */
async function hasOnce(word) {
  await eventually(async () => assert.equal((await snapshot(page)).split(word).length - 1, 1, word));
}
