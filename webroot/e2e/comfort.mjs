// How the screens bear much: 300 situations in a class, a sheet of 60 étapes with 100 KB of texts, in which
// one writes, a colleague writes whose browser is not on this machine, and then two do whose browsers are.
// The figures are printed, for evidence.md; what can fail is that something is not shown or does not come
// about. Of a key and of what the server tells of edits they tell two times, on the clock and not of the
// processor, so whatever else runs on the machine is in them: until the last script of the same task has
// run, and until the page takes up another task, which is mostly after it has been painted.
import assert from 'node:assert/strict';
import process from 'node:process';

import { pressed } from '../tools/pressed.mjs';
import { eventually, saved, teachers } from './teachers.mjs';

const [url, ...tokens] = process.argv.slice(2);
/** With the three that the example has, as many as a class may have. */
const SITUATIONS = 297;
const ETAPES = 60;
const LONG = 19_000;
const KEYS = 200;
/** How many letters both have written. */
let typed = 0;

const { pages, problems, tell, close } = await teachers(url, tokens, [], (context) =>
  context.addInitScript(watch).then(() => context.addInitScript(speaking)),
);
const [claire, mehdi] = pages;
try {
  await claire.getByRole('link', { name: '2MRC' }).first().click();
  const board = new URL(claire.url()).pathname.split('/')[2];
  const [full] = await claire.evaluate(fill, { board, situations: SITUATIONS, etapes: ETAPES, long: LONG });

  const usable = [];
  for (let i = 0; i < 5; i++) {
    await claire.goto(`${url}/classe/${board}`);
    await claire.getByText(`Situation ${SITUATIONS}`, { exact: true }).first().waitFor({ state: 'attached' });
    usable.push(await claire.evaluate(() => performance.now()));
  }
  console.log(`a class of ${SITUATIONS + 3}: shown ${figures(usable)} after the page was asked for`);

  await onTheBoard(claire);

  console.log('in a text of 19,000 characters, on a sheet of 100 KB in 60 texts');
  const sheet = `${url}/classe/${board}/situation/${full}`;
  await open(claire, sheet);
  await measure('one writes', [claire], () => write(claire));
  // By now the browser has made machine code of what a key needs.
  await measure('and writes on', [claire], () => write(claire));
  await measure('a colleague writes elsewhere', [claire], () =>
    mehdi.evaluate(writeUnseen, { board, full, keys: KEYS }),
  );
  await open(mehdi, sheet);
  await measure('both write', pages, () => Promise.all(pages.map(write)));
  assert.deepEqual(problems, []);
} catch (error) {
  await tell();
  throw error;
} finally {
  await close();
}

/** What UX §7, 8 asks of many cards: to scroll past them, find one, open one and carry one far. */
async function onTheBoard(page) {
  const frames = await page.evaluate(
    () =>
      new Promise((done) => {
        const took = [];
        let before = performance.now();
        const step = (now) => {
          took.push(now - before);
          before = now;
          scrollBy({ top: 300, behavior: 'instant' });
          if (scrollY + innerHeight < document.documentElement.scrollHeight - 2) requestAnimationFrame(step);
          else done(took.slice(1));
        };
        requestAnimationFrame(step);
      }),
  );
  await page.getByText('Situation 1', { exact: true }).first().waitFor();
  console.log(`scrolled past them, 300 px a frame: a frame ${figures(frames)}`);

  await page.keyboard.press('Control+f');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').waitFor();
  const found = await timed(async () => {
    await dialog.getByRole('searchbox').fill('Situation 142');
    await dialog
      .getByRole('link', { name: /Situation 142/ })
      .first()
      .waitFor();
  });
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  const opened = [];
  for (let i = 0; i < 5; i++) {
    const card = page.locator('[data-card]').getByText(`Situation ${2 + i}`, { exact: true });
    await card.waitFor();
    opened.push(await pressed(page, card, '[data-place$="/titre"]'));
    await page.goBack();
    await page.locator('[data-card]').first().waitFor();
  }
  console.log(`found among them after ${found.toFixed(0)} ms; one opened: ${figures(opened)}`);

  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const grip = page.getByRole('button', { name: /^Soulever «.Situation 297.»$/ });
  await grip.waitFor();
  const { x, y } = await grip.boundingBox();
  await page.mouse.move(x + 5, y + 5);
  await page.mouse.down();
  await page.mouse.move(x + 15, y + 15, { steps: 3 });
  await page.mouse.move(x + 15, 890, { steps: 3 });
  await eventually(async () => assert.ok((await page.evaluate(() => scrollY)) > 2_000));
  await page.mouse.move(x + 15, 450);
  await page.mouse.up();
  await page
    .getByText(/« ?Situation 297 ?» est en place/)
    .first()
    .waitFor({ state: 'attached' })
    .catch(() => undefined);
  await saved(page);
}

async function timed(act) {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function open(page, sheet) {
  await page.goto(sheet);
  await page.getByRole('textbox', { name: 'Consigne' }).click();
  await page.locator('.ProseMirror').waitFor();
}

/** @param shown the pages that are on the sheet */
async function measure(what, shown, act) {
  for (const page of shown)
    await page.evaluate(() => void (window.took = { keys: [[], []], frames: [[], []] }));
  await act();
  typed += what === 'both write' ? 2 * KEYS : KEYS;
  for (const page of shown)
    await eventually(async () => {
      const letters = await page.locator('.ProseMirror').innerText();
      assert.equal(letters.match(/x/g)?.length, typed);
    });
  const { keys, frames } = await claire.evaluate(() => window.took);
  const tell = (of, [scripts, free]) =>
    scripts.length === 0 ? [] : [`${of} ${figures(scripts)}, with what follows ${figures(free)}`];
  console.log(`  ${what}: ${[...tell('a key', keys), ...tell('what the server tells', frames)].join('; ')}`);
}

/** Types in the consigne, the one at its end and the other at its start. */
async function write(page) {
  await page.locator('.ProseMirror').click();
  await page.keyboard.press(page === claire ? 'Control+End' : 'Control+Home');
  for (let i = 0; i < KEYS; i++) await page.keyboard.type('x', { delay: 30 });
  await saved(page);
}

function figures(millis) {
  const sorted = millis.toSorted((one, other) => one - other);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (${sorted.length})`;
}

/** Runs in the page, before it: how long it takes from a key, or from a frame, to the two ends. */
function watch() {
  window.took = { keys: [[], []], frames: [[], []] };
  const after = ([scripts, free], start) => {
    // What scripts put off to the end of their task, and put off again there, is before the last of these.
    let turns = 50;
    const turn = () => (turns-- > 0 ? queueMicrotask(turn) : scripts.push(performance.now() - start));
    queueMicrotask(turn);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => free.push(performance.now() - start);
    port2.postMessage(undefined);
  };
  let pressed = 0;
  addEventListener('keydown', () => (pressed = performance.now()), true);
  addEventListener('input', () => after(window.took.keys, pressed));
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    set onmessage(hear) {
      super.onmessage =
        hear &&
        ((event) => {
          const start = performance.now();
          const isFrame = new TextDecoder().decode(event.data.slice(0, 20)).includes('"frame"');
          hear(event);
          if (isFrame) after(window.took.frames, start);
        });
    }
  };
}

/** Runs in the page: fills the class by the protocol, as another tab of the same person. */
async function fill({ board, situations, etapes, long }) {
  const id = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(9));
    return btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_');
  };
  const text = (words) => [{ insert: `${words}\n` }];
  const paragraph = `${'Accueillir, orienter, rendre compte. '.repeat(10)}\n`;
  const prose = (length) => paragraph.repeat(length / paragraph.length).trim();
  const ids = Array.from({ length: situations }, id);
  const first = ids[0];
  const creates = ids.map((one, at) => ({
    type: 'create',
    kind: 'situation',
    id: one,
    in: board,
    fields: {
      titre: text(`Situation ${at + 1}`),
      ...(at === 0 ? { consigne: text(prose(long)) } : {}),
    },
  }));
  const steps = Array.from({ length: etapes }, (_, at) => ({
    type: 'create',
    kind: 'etape',
    id: id(),
    in: first,
    fields: { titre: text(`Étape ${at + 1}`), texte: text(prose(1_400)) },
  }));
  const acts = [];
  for (const all of [creates, steps]) while (all.length > 0) acts.push(all.splice(0, 50));

  await window.speak(board, acts);
  return ids;
}

/** Runs in a page on which the sheet is not: types at the start of the consigne. */
function writeUnseen({ board, full, keys }) {
  const key = { type: 'editText', id: full, field: 'consigne', delta: [{ insert: 'x' }] };
  return window.speak(
    board,
    Array.from({ length: keys }, () => [key]),
    30,
  );
}

/** Runs in the page, before it: `speak` does acts one after the other, by the protocol, as another tab would. */
function speaking() {
  window.speak = async (board, acts, pause = 0) => {
    const answer = await fetch('/api/tickets', {
      method: 'POST',
      headers: { 'x-binome': '1', 'content-type': 'application/json' },
      body: '{}',
    });
    const { ticket } = await answer.json();
    const { seq, incarnation } = await (await fetch(`/api/boards/${board}/snapshot`)).json();
    const client = `${crypto.randomUUID()}`;
    await new Promise((done, fail) => {
      const socket = new WebSocket(new URL('/ws', location.href.replace('http', 'ws')), 'binome.v1');
      socket.binaryType = 'arraybuffer';
      let number = 0;
      let pen;
      const next = () => {
        const commands = acts[number];
        if (!commands) {
          socket.close();
          done();
          return;
        }
        number++;
        socket.send(JSON.stringify({ type: 'submit', board, client, number, base: seq, commands }));
      };
      socket.addEventListener('open', () =>
        socket.send(JSON.stringify({ type: 'hello', ticket, protocol: 1, build: 'comfort' })),
      );
      socket.addEventListener('message', ({ data }) => {
        const down = JSON.parse(new TextDecoder().decode(data));
        switch (down.type) {
          case 'welcome':
            socket.send(JSON.stringify({ type: 'join', board, client, incarnation, since: seq }));
            break;
          case 'state':
            pen = down.pen;
            next();
            break;
          case 'frame':
            // What came true of one's own is its answer.
            if (down.submissions.some((one) => one.pen === pen && one.number === number))
              setTimeout(next, pause);
            break;
          case 'answer':
          case 'error':
            fail(new Error(JSON.stringify(down)));
        }
      });
    });
  };
}
