// How the screens bear much: 300 situations in a class, a sheet of 60 étapes with 100 KB of texts, two who
// write in it. The figures are printed, for evidence.md; what can fail is that something is not shown.
import assert from 'node:assert/strict';
import process from 'node:process';

import { eventually, saved, teachers } from './teachers.mjs';

const [url, ...tokens] = process.argv.slice(2);
/** With the three that the example has, as many as a class may have. */
const SITUATIONS = 297;
const ETAPES = 60;
const LONG = 19_000;
const KEYS = 200;

const { pages, problems, tell, close } = await teachers(url, tokens, [], (context) =>
  context.addInitScript(watch),
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

  for (const page of pages) {
    await page.goto(`${url}/classe/${board}/situation/${full}`);
    await page.getByRole('textbox', { name: 'Consigne' }).waitFor();
  }
  await measure('in a text of 19,000 characters, on a sheet of 100 KB in 60 texts', async () => {
    await Promise.all(pages.map(write));
  });
  assert.deepEqual(problems, []);
} catch (error) {
  await tell();
  throw error;
} finally {
  await close();
}

/** Types in the consigne while the other does. */
async function write(page, at) {
  await page.getByRole('textbox', { name: 'Consigne' }).click();
  await page.locator('.ProseMirror').waitFor();
  await page.keyboard.press(at === 0 ? 'Control+End' : 'Control+Home');
  for (let i = 0; i < KEYS; i++) await page.keyboard.type('x', { delay: 30 });
  await saved(page);
}

async function measure(where, act) {
  for (const page of pages) await page.evaluate(() => void (window.took = { keys: [], frames: [] }));
  await act();
  for (const page of pages)
    await eventually(async () => {
      const letters = await page.locator('.ProseMirror').innerText();
      assert.equal(letters.match(/x/g)?.length, 2 * KEYS);
    });
  const { keys, frames } = await claire.evaluate(() => window.took);
  console.log(`${where}: a key ${figures(keys)}, a colleague's edit ${figures(frames)}`);
  assert.ok(mehdi);
}

function figures(millis) {
  const sorted = millis.toSorted((one, other) => one - other);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (${sorted.length})`;
}

/** Runs in the page, before it: how long scripts take from a key, or from a frame, to their end. */
function watch() {
  window.took = { keys: [], frames: [] };
  const after = (list, start) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => list.push(performance.now() - start);
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

  const answer = await fetch('/api/tickets', {
    method: 'POST',
    headers: { 'x-binome': '1', 'content-type': 'application/json' },
    body: '{}',
  });
  const { ticket } = await answer.json();
  const { seq, incarnation } = await (await fetch(`/api/boards/${board}/snapshot`)).json();
  const client = `${id()}${id()}`;
  await new Promise((done, fail) => {
    const socket = new WebSocket(new URL('/ws', location.href.replace('http', 'ws')), 'binome.v1');
    socket.binaryType = 'arraybuffer';
    let number = 0;
    let pen;
    const next = () => {
      const commands = acts.shift();
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
          if (down.submissions.some((one) => one.pen === pen && one.number === number)) next();
          break;
        case 'answer':
        case 'error':
          fail(new Error(JSON.stringify(down)));
      }
    });
  });
  return ids;
}
