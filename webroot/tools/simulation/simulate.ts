import { memberId } from '../../src/board/id.ts';
import type { Delta } from '../../src/text/op.ts';
import type { BoardState, Command, EntityState } from '../../src/wire/protocol.gen.ts';
import { seeded } from '../randomTexts.ts';
import { Schedule } from './Schedule.ts';
import { ServerModel, wordsIn } from './ServerModel.ts';
import { type Core, newOwner, type Owner, type Shared, SimulatedTab } from './SimulatedTab.ts';

const BOARD = 'board0000001';
const TEXTS = ['text00000001', 'text00000002'] as const;
const DAY = 24 * 3_600_000;

/** What happened in a run, to be summed up. */
export interface Figures {
  acts: number;
  refused: number;
  merged: number;
  crashes: number;
  restarts: number;
  snapshots: number;
  expired: number;
  undone: number;
  redone: number;
  left: number;
}

/** Nothing has happened yet. */
export function noFigures(): Figures {
  return {
    acts: 0,
    refused: 0,
    merged: 0,
    crashes: 0,
    restarts: 0,
    snapshots: 0,
    expired: 0,
    undone: 0,
    redone: 0,
    left: 0,
  };
}

/** Runs two to four people for a while, then heals everything and looks whether all came true once. */
export function simulate(seed: number, core: Core, steps = 220): Figures {
  const schedule = new Schedule(seeded(seed));
  const server = new ServerModel(schedule, begin(), schedule.chance(0.5) ? 1 : 1_000);
  const shared: Shared = { schedule, server, core, board: BOARD, erased: new Set(), again: new Map() };
  const computers = Array.from({ length: 2 + schedule.below(3) }, (_, at) =>
    newOwner(`person${at}`, schedule),
  );
  const figures = noFigures();
  let counter = 0;
  const token = () => `<${(counter++).toString(36)}>`;

  for (const computer of computers) start(computer);
  for (let step = 0; step < steps; step++) {
    schedule.pass(schedule.below(schedule.chance(0.1) ? 2_000 : 60));
    const computer = schedule.pick(computers);
    const { tabs } = computer;
    const tab = schedule.chance(0.7) ? tabs.at(-1) : tabs[schedule.below(tabs.length)];
    const dice = schedule.random();
    if (!tab) {
      if (dice < 0.3) start(computer);
    } else if (dice < 0.54) act(tab);
    else if (dice < 0.66) takeBack(tab, schedule.chance(0.6) ? 'undo' : 'redo');
    else if (dice < 0.72) tab.cut();
    else if (dice < 0.75) crash(computer, schedule.chance(0.3) ? [tab] : tabs);
    else if (dice < 0.77) restart();
    else if (dice < 0.79) tab.dropNext++;
    else if (dice < 0.81) server.shake(tab.person, schedule.pick(['tail', 'snapshot']));
    else if (dice < 0.83) server.setReader(tab.person, schedule.chance(0.25));
    else if (dice < 0.86) tab.ping();
    else if (dice < 0.863) away(computer, tab);
    else if (dice < 0.88 && tabs.length < 3) start(computer);
  }
  settle();
  check();
  return figures;

  /** Opens the board in a tab: the newest free queue is adopted, the others are drained beside it. */
  function start(computer: Owner): void {
    const held = computer.tabs.map(({ name }) => name);
    const free = computer.shelf.clients.filter((client) => !held.includes(client));
    const adopted = schedule.chance(0.8) ? free.pop() : undefined;
    const name = adopted ?? `${computer.person}-${schedule.below(1e9)}`;
    const opened = [...free, name].map((client) => new SimulatedTab(shared, computer, client));
    computer.tabs = [...computer.tabs, ...opened];
    for (const tab of opened) tab.begin();
  }

  function crash(computer: Owner, tabs: readonly SimulatedTab[]): void {
    figures.crashes++;
    computer.tabs = computer.tabs.filter((tab) => !tabs.includes(tab));
    for (const tab of tabs) tab.crash();
  }

  /** The person leaves, for so long that perhaps what waits is not sent any more. */
  function away(computer: Owner, tab: SimulatedTab): void {
    tab.cut();
    for (let acts = schedule.below(4); acts > 0; acts--) act(tab);
    schedule.pass(15);
    crash(computer, computer.tabs);
    schedule.pass(schedule.pick([13, 15]) * DAY);
  }

  function restart(): void {
    figures.restarts++;
    server.crash();
    for (const { tabs } of computers) for (const tab of tabs) tab.cut();
    schedule.after(schedule.below(800), () => (server.isUp ? undefined : server.restart()));
  }

  function act(tab: SimulatedTab): void {
    if (!tab.client.entity(BOARD)) return;
    figures.acts++;
    const tokens: string[] = [];
    const commands = Array.from({ length: schedule.chance(0.15) ? 2 : 1 }, () => command(tab, tokens));
    const made = commands.filter((each) => each !== undefined);
    // One text is edited once in an act, and none of one that it creates.
    const ids = made.map(({ id }) => id);
    if (made.length === 0 || new Set(ids).size < ids.length) return;
    tab.act(made, tokens);
  }

  function takeBack(tab: SimulatedTab, how: 'undo' | 'redo'): void {
    const done = tab.takeBack(how).length > 0 ? 1 : 0;
    if (how === 'undo') figures.undone += done;
    else figures.redone += done;
  }

  function command(tab: SimulatedTab, tokens: string[]): Command | undefined {
    const { client } = tab;
    const lines = client.children(BOARD, 'line');
    const one = lines.length > 0 ? schedule.pick(lines).id : undefined;
    const after = schedule.chance(0.5) ? one : undefined;
    const dice = schedule.random();
    if (dice < 0.6) {
      const id = one !== undefined && schedule.chance(0.4) ? one : schedule.pick(TEXTS);
      const text = schedule.chance(0.5) ? tab.open(id, 'text') : client.text(id, 'text');
      return { type: 'editText', id, field: 'text', delta: edit(text, tokens) };
    }
    if (dice < 0.72) {
      const id = `line${String(counter++).padStart(8, '0')}`;
      const word = token();
      tokens.push(word);
      const fields = { text: [{ insert: `${word}\n` }] };
      return { type: 'create', kind: 'line', id, in: BOARD, ...(after ? { after } : {}), fields };
    }
    if (dice < 0.82) {
      const word = token();
      tokens.push(word);
      const value = `${schedule.chance(0.1) ? 'wrong' : 'right'}${word}`;
      return { type: 'setField', id: schedule.pick([...TEXTS, one ?? BOARD]), field: 'value', value };
    }
    if (dice < 0.88 && one) return { type: 'move', id: one, in: BOARD, ...(after ? { after } : {}) };
    if (dice < 0.94) {
      const id = memberId(BOARD, 'tick', schedule.pick(['a', 'b']));
      return client.entity(id)
        ? { type: 'remove', id }
        : { type: 'create', kind: 'tick', id, in: BOARD, fields: {} };
    }
    return one ? { type: schedule.chance(0.8) ? 'remove' : 'restore', id: one } : undefined;
  }

  /** Puts a word of its own between two words, or takes one out. */
  function edit(text: Delta, tokens: string[]): Delta {
    // A word that others have put one into, while edits crossed, is no word any more: each of its letters is.
    const written = text.map((op) => ('insert' in op ? op.insert : '')).join('');
    const words = written.match(/<\w+>|[^]/gu) ?? [];
    const at = schedule.below(words.length);
    const before = words.slice(0, at).join('').length;
    const retain = before > 0 ? [{ retain: before }] : [];
    const taken = words[at]?.startsWith('<') && words[at].length > 1 ? words[at] : undefined;
    if (taken && schedule.chance(0.25)) {
      shared.erased.add(taken);
      return [...retain, { delete: taken.length }];
    }
    if (taken && schedule.chance(0.1))
      return [...retain, { retain: taken.length, attributes: { bold: schedule.chance(0.5) ? true : null } }];
    const word = token();
    tokens.push(word);
    return [...retain, { insert: word, ...(schedule.chance(0.1) ? { attributes: { italic: true } } : {}) }];
  }

  /** The world is good again: everything that waits has its time. */
  function settle(): void {
    if (!server.isUp) server.restart();
    for (const computer of computers) {
      server.setReader(computer.person, false);
      start(computer);
      for (const tab of computer.tabs) tab.dropNext = 0;
    }
    for (let round = 0; round < 60; round++) {
      schedule.pass(5_000);
      for (const { tabs } of computers) for (const tab of tabs) tab.ping();
    }
  }

  function check(): void {
    const truth = server.snapshot();
    for (const { shelf, asked, never, tabs } of computers) {
      for (const tab of tabs) {
        if (tab.standing.waiting > 0 || !tab.standing.joined || !tab.standing.kept)
          throw new Error(`still ${JSON.stringify(tab.standing)}`);
        if (tab.doubled > 0) throw new Error('nothing may be there twice');
        compare(tab, truth);
      }
      const drafts = shelf.drafts.filter(({ merged }) => !merged);
      figures.refused += drafts.length;
      figures.expired += drafts.filter(({ reason }) => reason === 'expired').length;
      figures.left += tabs.reduce((sum, { left }) => sum + left, 0);
      figures.snapshots += tabs.reduce((sum, { snapshots }) => sum + snapshots, 0);
      figures.merged += shelf.drafts.length - drafts.length;
      const put = new Map<string, number>();
      for (const word of wordsIn(drafts.map(({ commands }) => commands)))
        put.set(word, (put.get(word) ?? 0) + 1);
      for (const word of asked) {
        const times = (server.words.get(word) ?? 0) + (put.get(word) ?? 0);
        if (times === 0 && shared.erased.has(word)) continue;
        if (times > 1 && times <= 1 + (shared.again.get(word) ?? 0)) continue;
        if (times !== (never.has(word) ? 0 : 1))
          throw new Error(`${word} is there ${times} times${never.has(word) ? ', and was never kept' : ''}`);
      }
    }
  }
}

/** What a tab shows is what the server has. */
function compare(tab: SimulatedTab, { entities }: BoardState): void {
  for (const told of entities) {
    const shown = tab.client.entity(told.id);
    const live = told.removed === undefined;
    if ((shown !== undefined) !== live) throw new Error(`${told.id} is shown: ${shown !== undefined}`);
    if (!shown) continue;
    const same = JSON.stringify([told.fields, told.rank, told.in, told.written]);
    if (JSON.stringify([shown.fields, shown.rank, shown.in, shown.written]) !== same)
      throw new Error(`${JSON.stringify(shown)} is shown for ${same}`);
  }
  const lines = tab.client.children(BOARD, 'line').length;
  if (lines !== entities.filter(({ kind, removed }) => kind === 'line' && !removed).length)
    throw new Error(`${lines} lines are shown`);
}

function begin(): BoardState {
  const entity = (kind: string, id: string, fields: EntityState['fields']): EntityState => ({
    kind,
    id,
    in: BOARD,
    rank: 'V',
    fields,
    written: {},
  });
  return {
    incarnation: 'i1',
    seq: 1,
    entities: [
      entity('board', BOARD, {}),
      ...TEXTS.map((id) => entity('text', id, { text: [{ insert: '<one><two>\n' }] })),
    ],
  };
}
