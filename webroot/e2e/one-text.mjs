// Two teachers in one text: their carets, and words that a keyboard composes, as those of Android do with
// each word; in rich text and in a line. Run by BrowserTest. The keyboard is the browser's own (DevTools),
// not a phone's.
import assert from 'node:assert/strict';
import process from 'node:process';

import { eventually, saved, snapshot, teachers, textOf } from './teachers.mjs';

const [url, ...tokens] = process.argv.slice(2);
const seed = Number(process.env.BINOME_SEED ?? Date.now() % 2 ** 31);
console.log(`one text: seed ${seed}`);

const { pages, problems, tell, close } = await teachers(url, tokens);
const [claire, mehdi] = await Promise.all(pages.map(writer));
try {
  for (const field of [richText(), line()]) {
    await newSituation();
    await openAndGoHome(field);
    await moveAsOthersWrite(field);
    await elsewhere(field);
    await behindTheWord(field);
    await inTheWord(field);
    await both(field);
    if (field.theirCaretFirst) await atTheirCaret(field);
    await bothAtOneLetter(field);
    await atRandom(field);
    await leftAlone(field);
    const states = await Promise.all(pages.map(snapshot));
    assert.equal(states[0], states[1]);
  }
  assert.deepEqual(problems, []);
} catch (error) {
  await tell();
  throw error;
} finally {
  await close();
}

/** A caret that is moved in the same moment as the editor opens stays where it was put. */
async function openAndGoHome(field) {
  await field.open(mehdi.page);
  await mehdi.type('Bonjour');
  await shows(field, mehdi, 'Bonjour');
  await saved(mehdi.page);
  await claire.page.clock.setFixedTime(Date.now());
  await field.open(claire.page);
  await claire.press('End');
  await claire.press('Home');
  await claire.type('1');
  await claire.page.clock.resume();
  await end(field, '1Bonjour');
}

/** A caret that is moved as a change of the others comes in stays where it was put. */
async function moveAsOthersWrite(field) {
  await start(field, 'mot');
  await claire.press('Home');
  await claire.press('ArrowRight');
  await claire.page.evaluate(() => window.later.hold());
  await mehdi.press('End');
  await mehdi.type('?');
  await eventually(async () => assert(await claire.page.evaluate(() => window.later.holds('"insert":"?"'))));
  await field.moveToStart(claire.page);
  await claire.type('1');
  await end(field, '1mot?');
}

/** The colleague writes at the start of the text, at each letter of the word at its end. */
async function elsewhere(field) {
  await start(field, 'Ici. ');
  await claire.press('End');
  await mehdi.press('Home');
  for (const [at, prefix] of prefixes('bonjour')) {
    await claire.compose(prefix);
    await mehdi.type(String(at));
    await heardOf(claire, String(at));
    assert.equal(await field.text(claire.page), `Ici. ${prefix}`);
  }
  await claire.commit('bonjour');
  await end(field, '0123456Ici. bonjour');
}

/** The colleague writes at the very letter where the word grows, each time they have it. */
async function behindTheWord(field) {
  await start(field, '');
  for (const [at, prefix] of prefixes('merci')) {
    await claire.compose(prefix);
    await shows(field, mehdi, prefix + '01234'.slice(0, at));
    await mehdi.press('End');
    await mehdi.type(String(at));
    await heardOf(claire, String(at));
    assert.equal(await field.text(claire.page), prefix);
  }
  await claire.commit('merci');
  await end(field, 'merci01234');
}

/** The colleague writes inside the word: nothing is lost, and the word is whole until it is there. */
async function inTheWord(field) {
  await start(field, '');
  await claire.compose('bien');
  await shows(field, mehdi, 'bien');
  await mehdi.press('Home');
  await mehdi.press('ArrowRight');
  await mehdi.type('-');
  await heardOf(claire, '-');
  await claire.compose('bientôt');
  assert.equal(await field.text(claire.page), 'bientôt');
  await claire.commit('bientôt');
  await end(field, 'b-ientôt');
}

/** Both compose, letter by letter, without waiting for one another. */
async function both(field) {
  await start(field, ' ! ');
  await claire.press('Home');
  await mehdi.press('End');
  await Promise.all([claire.composeAll(field, 'bonjour'), mehdi.composeAll(field, 'bonsoir')]);
  await end(field, 'bonjour ! bonsoir');
}

/** The colleague's caret stands where the word begins: it is no place for the browser's own caret. */
async function atTheirCaret(field) {
  for (let times = 4; times > 0; times--) {
    await start(field, ' !');
    await mehdi.press('Home');
    await field.theirCaretFirst(claire.page);
    await claire.press('Home');
    await claire.composeAll(field, 'bon');
    await end(field, 'bon !');
  }
}

/** Both compose in an empty text, each letter before the other's is known: a word begins before what comes in. */
async function bothAtOneLetter(field) {
  await start(field, '');
  const words = ['oui', 'non'];
  for (let length = 1; length <= 3; length++) {
    const [one, other] = words.map((word) => word.slice(0, length));
    await Promise.all(pages.map((page) => page.evaluate(() => window.later.hold())));
    await Promise.all([claire.compose(one), mehdi.compose(other)]);
    await Promise.all([heardOf(claire, other.at(-1)), heardOf(mehdi, one.at(-1))]);
    await Promise.all(pages.map((page) => page.evaluate(() => window.later.release())));
    assert.equal(await field.text(claire.page), one);
    assert.equal(await field.text(mehdi.page), other);
  }
  await Promise.all([claire.commit('oui'), mehdi.commit('non')]);
  await eventually(async () => assert.match(await field.text(claire.page), /^(ouinon|nonoui)$/));
  await end(field, await field.text(claire.page));
}

/** Both compose word after word at random places; crossing at one letter may put one inside the other. */
async function atRandom(field) {
  await start(field, '–');
  const random = chance(seed);
  const words = await Promise.all(
    [claire, mehdi].map(async (who, side) => {
      const letters = side === 0 ? 'abcdefgh' : 'stuvwxyz';
      const said = [];
      for (let i = 0; i < 5; i++) {
        for (let steps = random(4); steps > 0; steps--)
          await who.press(['Home', 'End', 'ArrowLeft', 'ArrowRight'][random(4)]);
        const word = Array.from({ length: 2 + random(4) }, () => letters[random(8)]).join('');
        await who.composeAll(field, word);
        said.push(word);
      }
      return said;
    }),
  );
  await Promise.all(pages.map(saved));
  await eventually(async () => assert.equal(await field.text(claire.page), await field.text(mehdi.page)));
  const sorted = (text) => [...text].sort().join('');
  assert.equal(sorted(await field.text(claire.page)), sorted(`–${words.flat().join('')}`));
}

/** Whoever composes has gone away: after five seconds without a key the others' words are shown. */
async function leftAlone(field) {
  await start(field, '');
  // Claire's clock stands still but for what the test lets go by.
  const { clock } = claire.page;
  await clock.install();
  await clock.pauseAt((await claire.page.evaluate(() => Date.now())) + 2_000);
  await claire.compose('all');
  await eventually(async () => {
    await clock.runFor(50);
    assert.equal(await field.text(mehdi.page), 'all');
  });
  await mehdi.press('End');
  await mehdi.type('?');
  await heardOf(claire, '?');
  await claire.compose('allô');
  await clock.runFor(4_900);
  assert.equal(await field.text(claire.page), 'allô');
  await clock.runFor(200);
  await shows(field, claire, 'allô?');
  // The caret is where it was, and the keyboard still in the text.
  await claire.type(' oui');
  await clock.resume();
  await end(field, 'allô oui?');
}

/** Both have the text, with the carets at its end. */
async function start(field, text) {
  await field.select(claire.page);
  await claire.press('Backspace');
  if (text !== '') await claire.type(text);
  await shows(field, mehdi, text);
  await mehdi.press('End');
  await Promise.all(pages.map(saved));
  claire.forget();
  mehdi.forget();
}

/** Both have that text, and what was composed is on the server. */
async function end(field, text) {
  await Promise.all([claire, mehdi].map((who) => shows(field, who, text)));
  await Promise.all(pages.map(saved));
}

function shows(field, { page }, text) {
  return eventually(async () => assert.equal(await field.text(page), text));
}

function heardOf(who, text) {
  return eventually(() =>
    Promise.resolve(assert(who.heard.some((frame) => frame.includes(`"insert":"${text}"`)))),
  );
}

function prefixes(word) {
  return Array.from(word, (_, at) => [at, word.slice(0, at + 1)]);
}

/** The same numbers for the same seed: mulberry32. */
function chance(from) {
  let state = from;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

async function newSituation() {
  const [page, other] = pages;
  await page.goto(url);
  await page.getByText('2MRC').first().click();
  await page.getByRole('button', { name: 'Ajouter une situation' }).first().click();
  await page.getByRole('textbox', { name: 'Titre de la situation' }).waitFor();
  await saved(page);
  await other.goto(page.url());
}

/** One teacher at a keyboard, and the frames that their page has been told. */
async function writer(page) {
  await page.addInitScript(holdMessages);
  const heard = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))));
  const keyboard = await page.context().newCDPSession(page);
  const compose = (text) =>
    keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  const commit = (text) => keyboard.send('Input.insertText', { text });
  return {
    page,
    heard,
    forget: () => heard.splice(0),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    compose,
    commit,
    /** Letter by letter; what is composed stands whole on the own screen whatever comes. */
    composeAll: async (field, word) => {
      for (const [, prefix] of prefixes(word)) {
        await compose(prefix);
        assert((await field.text(page)).includes(prefix), `${prefix} in ${await field.text(page)}`);
      }
      await commit(word);
    },
  };
}

/** In the page: keeps back what the server tells, and lets it in at a moment of the test's choosing. */
function holdMessages() {
  const held = [];
  let holding = false;
  window.WebSocket = class extends WebSocket {
    constructor(...how) {
      super(...how);
      this.addEventListener('message', (event) => {
        if (!holding) return;
        event.stopImmediatePropagation();
        held.push({ socket: this, data: event.data });
      });
    }
  };
  window.later = {
    hold: () => {
      holding = true;
    },
    holds: (text) => held.some(({ data }) => new TextDecoder().decode(data).includes(text)),
    release: () => {
      holding = false;
      for (const { socket, data } of held.splice(0))
        socket.dispatchEvent(new MessageEvent('message', { data }));
    },
  };
}

function richText() {
  return {
    open: async (page) => {
      await page.getByRole('textbox', { name: 'Consigne' }).click();
      await page.locator('.ProseMirror').waitFor();
    },
    select: (page) => page.keyboard.press('ControlOrMeta+a'),
    text: textOf,
    theirCaretFirst: (page) => page.locator('.ProseMirror p > .caret:first-child').waitFor(),
    // In one task: the browser tells of the caret after it.
    moveToStart: (page) =>
      page.evaluate(() => {
        getSelection().modify('move', 'backward', 'documentboundary');
        window.later.release();
      }),
  };
}

function line() {
  const title = (page) => page.getByRole('textbox', { name: 'Titre de la situation' });
  return {
    open: (page) => title(page).click(),
    select: (page) => title(page).selectText(),
    text: (page) => title(page).inputValue(),
    moveToStart: (page) =>
      title(page).evaluate((area) => {
        area.setSelectionRange(0, 0);
        window.later.release();
      }),
  };
}
