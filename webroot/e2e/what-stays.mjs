// What stays on a device: the files of the client, of one version until a person takes the next; and of
// whoever signed in on a shared computer, nothing. Run by BrowserTest.
import assert from 'node:assert/strict';
import process from 'node:process';

import { blockingProxy } from './blocking-proxy.mjs';
import { network } from './network.mjs';
import { stored } from './queue.mjs';
import { besidesCuts, edit, eventually, listen, saved, snapshot, teachers, toSheet } from './teachers.mjs';

const [url, token, setUp] = process.argv.slice(2);
const way = { upgrades: 'pass', holds: false, rewrites: {} };
const front = await blockingProxy(0, url, way);
const net = await network(front.port);
const { pages, problems, tell, close } = await teachers(url, [token], [net]);
const [claire] = pages;
try {
  await toSheet(claire);
  await claire.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await newVersion();
  await filesOnly(claire);
  const account = await sharedComputer();
  await ownComputer(account);
  assert.deepEqual(besidesCuts(problems), []);
} catch (error) {
  await tell();
  throw error;
} finally {
  await close();
  net.close();
  front.close();
}

/** It is offered and nothing happens; it is asked for, and comes once the server has every word. */
async function newVersion() {
  const offer = claire.getByRole('status').filter({ hasText: 'Une nouvelle version' });
  await claire.evaluate(() => {
    globalThis.isOld = true;
  });
  way.rewrites['/sw.js'] = (text) => text.replace("const VERSION = '", '$&newer-');
  await claire.evaluate(() =>
    navigator.serviceWorker.getRegistration().then(async (found) => {
      await found.update();
    }),
  );
  await offer.waitFor();
  await edit(claire);
  await claire.keyboard.type('avant;');
  await saved(claire);
  net.hold('up');
  await claire.keyboard.type('de partir;');
  await offer.getByRole('button', { name: 'Recharger' }).click();
  await offer.getByRole('button', { name: 'Envoi de ce qui attend' }).waitFor();
  assert.equal(await claire.evaluate(() => globalThis.isOld), true);
  net.resume();
  await claire.waitForFunction(() => globalThis.isOld === undefined);
  await claire.getByText('avant;de partir;').waitFor();
  await saved(claire);
  await offer.waitFor({ state: 'detached' });
  assert.equal((await snapshot(claire)).split('avant;de partir;').length, 2);
  // The version before stays for tabs that still have it.
  assert.equal((await claire.evaluate(() => caches.keys())).length, 2);
}

/** What the worker has kept is of the product; the page has asked the API for much more. */
async function filesOnly(page) {
  const kept = await page.evaluate(async () => {
    const all = [];
    for (const name of await caches.keys())
      for (const { url: of } of await (await caches.open(name)).keys()) all.push(new URL(of).pathname);
    return all;
  });
  assert(kept.includes('/') && kept.some((path) => path.startsWith('/assets/')));
  for (const path of kept) assert.match(path, /^\/(assets\/[\w.-]+|icon\.svg)?$/);
}

async function sharedComputer() {
  const context = await claire.context().browser().newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  listen(page, problems);
  await page.goto(url);
  const account = { name: 'Sonia B.', login: 'sonia', password: 'trois mots simples' };
  await page.evaluate(
    async ([token, body]) => {
      const headers = { 'x-binome': '1' };
      await fetch('/api/setup', { method: 'POST', headers, body: JSON.stringify({ token, ...body }) });
      await fetch('/api/session', { method: 'DELETE', headers });
    },
    [setUp, account],
  );
  await page.reload();
  await signIn(page, account, true);
  const [cookie] = await context.cookies();
  assert.equal(cookie.expires, -1);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

  // The last tab is closed; somebody comes a while later.
  await page.close();
  const next = await context.newPage();
  listen(next, problems);
  await next.clock.install({ time: Date.now() + 20_000 });
  await next.goto(url);
  await next.getByRole('button', { name: 'Essayer' }).waitFor();
  assert.deepEqual(await context.cookies(), []);
  // Claire's computer, which is her own, has a database.
  const databases = (of) =>
    of.evaluate(() => indexedDB.databases().then((all) => all.map(({ name }) => name)));
  assert.deepEqual(await databases(claire), ['binome']);
  assert.deepEqual(await databases(next), []);
  await filesOnly(next);
  return account;
}

/** Whoever signs in from the first page, which has the lists already, keeps them to read without a connection. */
async function ownComputer(account) {
  const context = await claire.context().browser().newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  listen(page, problems);
  await page.goto(url);
  await page.getByText('attendu à 10').waitFor();
  await signIn(page, account, false);
  await eventually(async () =>
    assert((await stored(page, 'values')).some(({ key: [, shelf] }) => shelf === 'referentiels')),
  );
}

async function signIn(page, { login, password }, shared) {
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('textbox', { name: 'Identifiant' }).fill(login);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('checkbox', { name: /Ordinateur partagé/ }).setChecked(shared);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('heading', { name: 'Mes classes' }).waitFor();
}
