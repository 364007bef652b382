import { memberId } from '../../src/board/id.ts';
import { plain } from '../../src/text/delta.ts';
import type { Delta } from '../../src/text/op.ts';
import type { BoardState, Command, EntityState } from '../../src/wire/protocol.gen.ts';
import { seeded } from '../randomTexts.ts';
import { Schedule } from './Schedule.ts';
import { ServerModel } from './ServerModel.ts';
import { type Core, newOwner, type Shared, SimulatedTab } from './SimulatedTab.ts';

const BOARD = 'board0000001';
const TEXT = 'text00000001';
const LINES = ['line00000001', 'line00000002', 'line00000003'] as const;
const ME = 'person0';

/** No letter is written twice, so each is known by itself. */
const FIRST_LETTER = 0x4e00;

/** How a run goes. */
export interface Weather {
  /** The colleagues go on while things are taken back. */
  readonly busy: boolean;
  /** Some of what they do is known to me from snapshots only. */
  readonly snapshots: boolean;
}

/**
 * Two to four people act; then one of them takes back all that is theirs, and does it again. Throws where
 * that takes more or less than theirs, or does not lead back.
 */
export function takeAllBack(seed: number, core: Core, { busy, snapshots }: Weather): void {
  const schedule = new Schedule(seeded(seed));
  const server = new ServerModel(schedule, begin(), 1_000);
  const shared: Shared = {
    schedule,
    server,
    core,
    board: BOARD,
    erased: new Set(),
    again: new Map(),
  };
  let counter = 0;
  /** Who wrote each letter, and who took it out. */
  const writers = new Map([...textsOf(begin())].map((letter) => [letter, '']));
  const erasers = new Map<string, Set<string>>();
  /** Which entity each letter is in. */
  const homes = new Map<string, string>();
  const tabs = Array.from({ length: 2 + schedule.below(3) }, (_, at) => {
    const owner = newOwner(`person${at}`, schedule);
    const tab = new SimulatedTab(shared, owner, `client${at}`);
    owner.tabs.push(tab);
    tab.begin();
    return tab;
  });
  const [mine, ...theirs] = tabs as [SimulatedTab, ...SimulatedTab[]];

  for (const { id, fields } of begin().entities)
    for (const letter of plain((fields['text'] ?? []) as Delta)) homes.set(letter, id);
  settle();
  for (let step = 0; step < 60; step++) {
    pass();
    act(schedule.chance(0.5) ? mine : schedule.pick(theirs));
    disturb();
  }
  settle();
  const before = seen(server.snapshot());
  takeBack('undo');
  const undone = server.snapshot();
  checkLetters(undone, !snapshots);
  if (!busy && !snapshots) checkOthers(undone);
  takeBack('redo');
  checkLetters(server.snapshot(), false);
  if (!busy && !snapshots && seen(server.snapshot()) !== before)
    throw new Error(`${before}\nwas before, after taking back and doing again:\n${seen(server.snapshot())}`);

  function pass(): void {
    schedule.pass(schedule.below(schedule.chance(0.2) ? 2_000 : 60));
  }

  function disturb(): void {
    if (schedule.chance(0.06)) schedule.pick(tabs).cut();
    if (snapshots && schedule.chance(0.06)) server.shake(schedule.pick(tabs).person, 'snapshot');
  }

  function takeBack(how: 'undo' | 'redo'): void {
    while (mine.client[how]() !== undefined) {
      pass();
      if (busy && schedule.chance(0.5)) act(schedule.pick(theirs));
      disturb();
    }
    settle();
  }

  function settle(): void {
    for (let round = 0; round < 4; round++) {
      schedule.pass(2_000);
      for (const tab of tabs) tab.ping();
    }
    for (const { standing } of tabs)
      if (standing.waiting > 0 || !standing.joined) throw new Error(`still ${JSON.stringify(standing)}`);
  }

  function act(tab: SimulatedTab): void {
    const { client } = tab;
    const lines = client.children(BOARD, 'line');
    const one = lines.length > 0 ? schedule.pick(lines).id : TEXT;
    const after = schedule.chance(0.5) && one !== TEXT ? { after: one } : {};
    const dice = schedule.random();
    const make = (): Command | undefined => {
      if (dice < 0.55) {
        const id = schedule.chance(0.3) ? one : TEXT;
        const text = schedule.chance(0.5) ? tab.open(id, 'text') : client.text(id, 'text');
        return { type: 'editText', id, field: 'text', delta: edit(id, text, tab.person) };
      }
      if (dice < 0.65)
        return { type: 'create', kind: 'line', id: `new${counter++}`, in: BOARD, ...after, fields: {} };
      if (dice < 0.78) return { type: 'setField', id: one, field: 'value', value: `v${counter++}` };
      if (one === TEXT) return undefined;
      if (dice < 0.88) return { type: 'move', id: one, in: BOARD, ...after };
      if (dice < 0.94) return { type: 'remove', id: one };
      const id = memberId(BOARD, 'tick', schedule.pick(['a', 'b']));
      return client.entity(id)
        ? { type: 'remove', id }
        : { type: 'create', kind: 'tick', id, in: BOARD, fields: {} };
    };
    const command = make();
    if (command) tab.act([command], []);
  }

  function edit(id: string, text: Delta, person: string): Delta {
    const letters = plain(text).slice(0, -1);
    const at = schedule.below(letters.length + 1);
    const retain = at > 0 ? [{ retain: at }] : [];
    const length = Math.min(1 + schedule.below(3), letters.length - at);
    if (length > 0 && schedule.chance(0.35)) {
      for (const letter of letters.slice(at, at + length))
        erasers.set(letter, (erasers.get(letter) ?? new Set()).add(person));
      return [...retain, { delete: length }];
    }
    if (length > 0 && schedule.chance(0.15))
      return [...retain, { retain: length, attributes: { bold: schedule.chance(0.5) ? true : null } }];
    const insert = String.fromCharCode(FIRST_LETTER + counter, FIRST_LETTER + counter + 1);
    counter += 2;
    for (const letter of insert) {
      writers.set(letter, person);
      homes.set(letter, id);
    }
    return [...retain, { insert }];
  }

  /** @param gone whether none of my letters may be left, and each that only I took out is back */
  function checkLetters(state: BoardState, gone: boolean): void {
    const written = textsOf(state);
    // What others have put in the bin is left as it is.
    const bin = new Set(state.entities.flatMap(({ id, removed }) => (removed ? [id] : [])));
    const durable = new Set(JSON.stringify([begin(), server.log]));
    for (const [letter, writer] of writers) {
      const times = written.split(letter).length - 1;
      const what = `the letter ${letter.charCodeAt(0)} of ${writer} stands ${times} times`;
      if (times > 1) throw new Error(what);
      const isLive = !bin.has(homes.get(letter) ?? TEXT);
      if (writer === ME) {
        if (gone && isLive && times > 0) throw new Error(`${what}, taken back`);
        continue;
      }
      const by = erasers.get(letter) ?? new Set();
      const isKept = by.size === 0 || (gone && isLive && by.size === 1 && by.has(ME));
      if (times === 0 && isKept && durable.has(letter))
        throw new Error(`${what}, and nobody else took it out`);
    }
  }

  /** What is no text is as if my acts had never been, but where others went on with them. */
  function checkOthers({ entities }: BoardState): void {
    const submissions = server.log.flatMap((frame) => frame.submissions);
    const changes = submissions.flatMap(({ by, changes: all }) => all.map((change) => ({ by, change })));
    const others = changes.filter(({ by }) => by !== ME).map(({ change }) => change);
    for (const { id, kind, fields, removed } of entities) {
      const about = others.filter((change) => change.id === id);
      const isMine = changes.some(({ by, change }) => by === ME && change.type === 'put' && change.id === id);
      if (kind === 'line' && about.length === 0 && (removed === undefined) === isMine)
        throw new Error(`${id} is ${removed ? '' : 'not '}in the bin`);
      const last = about.findLast((change) => change.type === 'set');
      const value = last?.type === 'set' ? last.value : undefined;
      if (!removed && fields['value'] !== value)
        throw new Error(`${id} has ${JSON.stringify([fields['value']])} and not ${JSON.stringify([value])}`);
    }
    const order = linesOf(entities).filter((id) => LINES.includes(id as (typeof LINES)[number]));
    if (!others.some(({ type }) => type === 'move') && order.join() !== [...order].sort().join())
      throw new Error(`the lines stand as ${order.join()}`);
  }
}

function linesOf(entities: readonly EntityState[]): string[] {
  return entities
    .filter(({ kind, removed }) => kind === 'line' && !removed)
    .sort((one, other) => (one.rank < other.rank || (one.rank === other.rank && one.id < other.id) ? -1 : 1))
    .map(({ id }) => id);
}

/** What a person sees, those in the bin as well; ranks and times apart. */
function seen({ entities }: BoardState): string {
  const all = entities
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, fields, removed }) => [id, Object.entries(fields).sort(), removed !== undefined]);
  return JSON.stringify([linesOf(entities), all]);
}

/** All letters of all texts. */
function textsOf({ entities }: BoardState): string {
  return entities
    .map(({ fields }) => plain((fields['text'] ?? []) as Delta))
    .join('')
    .replaceAll('\n', '');
}

function begin(): BoardState {
  const entity = (kind: string, id: string, rank: string, text?: string): EntityState => ({
    kind,
    id,
    in: BOARD,
    rank,
    fields: text === undefined ? {} : { text: [{ insert: `${text}\n` }] },
    written: {},
  });
  return {
    incarnation: 'i1',
    seq: 1,
    entities: [
      entity('board', BOARD, 'V'),
      entity('text', TEXT, 'V', 'αβγδεζηθικλμ'),
      ...LINES.map((id, at) => entity('line', id, ['F', 'U', 'k'][at]!, ['νξο', 'πρσ', 'τυφ'][at])),
    ],
  };
}
