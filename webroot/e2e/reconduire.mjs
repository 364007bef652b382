// Claire carries a class of the demonstration on into the next year of the cycle: what the new class has,
// what it says of the year before, and that nothing of anybody comes along. Run by BrowserTest.
import assert from 'node:assert/strict';
import process from 'node:process';

import { eventually, saved, teachers } from './teachers.mjs';

const [url, ...tokens] = process.argv.slice(2);
const { pages, problems, tell, close } = await teachers(url, tokens);
const [claire, mehdi] = pages;
const SHEET = 'Le guichet unique de la mairie';
try {
  await claire.getByRole('link', { name: '1MA' }).first().click();
  await claire.getByRole('heading', { level: 1, name: '1MA' }).waitFor();
  const before = new URL(claire.url()).pathname;
  const old = await snapshot(before);

  await claire.getByRole('button', { name: 'Partir de…' }).click();
  await claire.getByRole('menuitem', { name: 'Reconduire la classe' }).click();
  const dialog = claire.getByRole('dialog', { name: 'Reconduire la classe' });
  await dialog.getByLabel('Nom de la nouvelle classe').fill('TMA reconduite');
  await dialog.getByLabel('Année du cycle').selectOption('Terminale');
  const taken = await dialog.getByRole('checkbox', { checked: true }).count();
  assert.ok(taken > 0);
  await dialog.getByRole('button', { name: 'Créer la classe' }).click();
  await claire.getByText(/situations? reprises? de 1MA/).waitFor();
  await saved(claire);
  const after = new URL(claire.url()).pathname;
  assert.notEqual(after, before);

  const made = await snapshot(after);
  const kinds = (of, kind) => of.filter((one) => one.kind === kind && one.removed === undefined);
  const [classe] = kinds(made, 'classe');
  const [source] = kinds(old, 'classe');
  assert.equal(classe.fields.year, 'terminale');
  assert.equal(classe.fields.rentree, source.fields.rentree + 1);
  for (const field of ['zone', 'alsaceMoselle', 'ruleset'])
    assert.equal(classe.fields[field], source.fields[field], field);
  const situations = kinds(made, 'situation');
  assert.equal(situations.length, taken);
  for (const { id, fields } of situations) {
    assert.equal(fields.status, 'brouillon');
    assert.equal(fields.weeks, undefined);
    const [link] = kinds(made, 'reinvestit').filter((one) => one.in === id);
    assert.equal(link.fields.situation, fields.origine);
  }
  assert.ok(kinds(made, 'etape').length > 0);
  const lieux = (of) => kinds(of, 'organisation').map(({ fields }) => JSON.stringify(fields.label));
  assert.ok(lieux(old).length > 0);
  assert.deepEqual(lieux(made).toSorted(), lieux(old).toSorted());
  // What is of the old year, and of people, stays there.
  for (const kind of [
    'accord',
    'commentaire',
    'reponse',
    'suite',
    'proposition',
    'pfmp',
    'fenetre',
    'validation',
    'eleve',
    'affectation',
    'ecarte',
  ])
    assert.deepEqual(kinds(made, kind), [], kind);
  // The old class is as it was.
  assert.deepEqual(await snapshot(before), old);

  // Its sheet says on what it builds, and shows both side by side.
  await claire.getByRole('link', { name: SHEET }).first().click();
  const earlier = claire.getByRole('link', { name: SHEET }).last();
  await claire.getByRole('heading', { name: 'Réinvestit' }).waitFor();
  await earlier.waitFor();
  assert.ok((await earlier.getAttribute('href')).startsWith(before));
  await claire.getByText('Comparer').first().click();
  await claire.getByRole('table').first().waitFor();

  // The matrix says what the same students have done already.
  await claire.goto(`${url}${after}/parcours`);
  await claire.locator('[data-cell="ma-b1-flux/terminale"]').click();
  const cell = claire.getByRole('dialog');
  await cell.getByText('Déjà travaillé par cette promotion').waitFor();
  await eventually(async () => assert.match(await cell.innerText(), /2026-2027\s:\s\d+\ssituations?, .*1MA/));

  // Whoever is not of the new class yet does not see it.
  await mehdi.goto(url);
  await mehdi.getByRole('heading', { name: 'Mes classes' }).waitFor();
  assert.equal(await mehdi.getByText('TMA reconduite').count(), 0);
  assert.deepEqual(problems, []);
} catch (error) {
  await tell();
  throw error;
} finally {
  await close();
}

/** Everything of a class, in an order of its own. */
async function snapshot(path) {
  const board = path.split('/').at(-1);
  const { entities } = await claire.evaluate(
    async (id) => (await fetch(`/api/boards/${id}/snapshot`)).json(),
    board,
  );
  return entities.toSorted((a, b) => a.id.localeCompare(b.id));
}
