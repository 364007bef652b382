import { type Entities, textOf } from '../board/fold';
import { preview } from '../board/preview';
import { Overlay } from '../board/store';
import { compose, invert, transform } from '../text/delta';
import type { Change, Command } from '../wire/protocol.gen';
import { type Back, backOf, collides, commandOf, type Left, standpoint } from './back';
import type { TextEdit } from './Pending';
import { Stroke } from './Stroke';

/** So many acts can be taken back. */
const MOST = 50;

/** One command to be taken back. */
interface Step {
  readonly back: Back;
  /** Somebody has changed the same since: it is left alone. */
  readonly left?: Left;
}

/** An act of the person, or all that was typed at one place without a pause. */
interface Entry {
  readonly mark: string;
  /** How many acts of the queue it is. */
  readonly acts: number;
  readonly steps: readonly Step[];
}

/** What is to be asked in order to take an act back, or to do it again. */
export interface Taken {
  readonly mark: string;
  /** How many acts of the queue are taken back with it. */
  readonly acts: number;
  readonly commands: readonly Command[];
  readonly left: readonly Left[];
}

/**
 * The last acts of this tab and what takes them back. Text edits stand as in a pile: the topmost applies
 * to the screen, the one under it to what that leaves. So taking back all of them takes away exactly the
 * letters that this person has brought.
 */
export class History {
  #done: readonly Entry[] = [];
  #undone: readonly Entry[] = [];
  /** What the newest entry goes on with, until a pause or anything else. */
  #stroke: Stroke | undefined;

  /**
   * The person acts.
   *
   * @param state the board on the screen before it
   * @param now in ms
   * @param newMark makes the name of a new act
   * @returns the name of the act, which it shares with what it goes on with
   */
  did(commands: readonly Command[], state: Entities, now: number, newMark: () => string): string {
    const backs = backOf(state, commands);
    const top = this.#done.at(-1);
    if (backs.length === 0) return newMark();
    const goesOn = this.#stroke?.goesOn(commands, now) ?? false;
    this.#stroke = Stroke.of(commands, now);
    this.#undone = [];
    const [back] = backs;
    const [step] = top?.steps ?? [];
    if (goesOn && top && step && !step.left && back) {
      const entry = { ...top, acts: top.acts + 1, steps: [{ back: joined(step.back, back) }] };
      this.#done = [...this.#done.slice(0, -1), entry];
      return top.mark;
    }
    const mark = newMark();
    this.#done = pushed(this.#done, { mark, acts: 1, steps: backs.map((each) => ({ back: each })) });
    return mark;
  }

  /**
   * Takes back the newest act.
   *
   * @param state the board on the screen
   * @param mark takes back that act instead, if it is no text: those only in their order
   */
  undo(state: Entities, mark?: string): Taken | undefined {
    return this.#take('#done', state, mark);
  }

  /** Does again what was taken back last. */
  redo(state: Entities): Taken | undefined {
    return this.#take('#undone', state);
  }

  #take(from: '#done' | '#undone', state: Entities, mark?: string): Taken | undefined {
    this.#stroke = undefined;
    for (;;) {
      const pile = from === '#done' ? this.#done : this.#undone;
      const entry = mark === undefined ? pile.at(-1) : pile.find((each) => each.mark === mark);
      if (!entry || (entry !== pile.at(-1) && entry.steps.some(({ back }) => back.type === 'editText')))
        return undefined;
      const taken = this.#ask(entry, state);
      const rest = without(pile, entry, taken.skipped, state);
      const others = rest.map((each) => ({ ...each, steps: each.steps.filter(notOf(taken.left)) }));
      this.#put(from, taken.left.length > 0 ? others : rest);
      if (taken.commands.length > 0) {
        const back = backOf(state, taken.commands);
        const inverse = { mark: entry.mark, acts: 1, steps: back.map((each) => ({ back: each })) };
        if (from === '#done') this.#undone = pushed(this.#undone, inverse);
        else this.#done = pushed(this.#done, inverse);
      }
      // Nothing to be seen of it: the one under it is meant.
      if (taken.commands.length + taken.left.length > 0 || mark !== undefined)
        return { mark: entry.mark, acts: entry.acts, commands: taken.commands, left: taken.left };
    }
  }

  /** What was taken back last was never asked: to do it again is to create it. */
  neverAsked(commands: readonly Command[]): void {
    const again = (step: Step): Step => {
      const create = commands.find(({ type, id }) => type === 'create' && id === step.back.id);
      return step.back.type === 'restore' && create?.type === 'create' ? { back: create } : step;
    };
    this.#undone = this.#undone.map((entry, at) =>
      at === this.#undone.length - 1 ? eachStep(entry, again) : entry,
    );
  }

  #put(to: '#done' | '#undone', pile: readonly Entry[]): void {
    if (to === '#done') this.#done = pile;
    else this.#undone = pile;
  }

  /** What is asked of an entry, each step on the board with those before it. */
  #ask({ steps }: Entry, state: Entities): Pick<Taken, 'commands' | 'left'> & { skipped: readonly Step[] } {
    const commands: Command[] = [];
    const left: Left[] = [];
    const skipped: Step[] = [];
    const board = new Overlay(state);
    for (const step of steps) {
      const command = step.left ?? commandOf(board, step.back);
      if (command === undefined || !('type' in command)) skipped.push(step);
      if (command === undefined) continue;
      if ('type' in command) {
        commands.push(command);
        preview(board, [command]);
      } else left.push(command);
    }
    return { commands, left, skipped };
  }

  /** A text has moved on the screen, other than by this person's hand. */
  moved(edit: TextEdit, by?: string): void {
    this.#stroke?.moved(edit);
    this.#done = through(this.#done, edit, by);
    this.#undone = through(this.#undone, edit, by);
  }

  /**
   * Somebody else has changed something.
   *
   * @param told the board as the server tells it, with the change
   * @param waits whether an act is not answered: it comes after the change
   */
  foreign(change: Change, by: string | undefined, told: Entities, waits: (mark: string) => boolean): void {
    let overtaken = false;
    this.#done = this.#done.map((entry) =>
      eachStep(entry, (step) => {
        if (!collides(step.back, change, told)) return staying(step, change);
        if (!waits(entry.mark)) return leftAlone(step, by);
        const { back } = step;
        const later = overtaken;
        overtaken = true;
        // Mine comes after theirs: to take it back is to go back to theirs.
        if (back.type === 'setField' && change.type === 'set')
          return later ? step : { back: { ...change, type: 'setField' } };
        if (back.type === 'move') {
          const entity = told.get(back.id);
          return later || !entity ? step : { back: { ...back, ...standpoint(told, entity) } };
        }
        return leftAlone(step, by);
      }),
    );
    this.#undone = this.#undone.map((entry) =>
      eachStep(entry, (step) =>
        collides(step.back, change, told) ? leftAlone(step, by) : staying(step, change),
      ),
    );
  }

  /** Acts that will never be true: they are not taken back. */
  drop(marks: readonly string[], state: Entities): void {
    const dropped = (pile: readonly Entry[]) =>
      marks.reduce((rest, mark) => {
        const entry = rest.find((each) => each.mark === mark);
        return entry ? without(rest, entry, entry.steps, state) : rest;
      }, pile);
    this.#stroke = undefined;
    this.#done = dropped(this.#done);
    this.#undone = dropped(this.#undone);
  }
}

function pushed(pile: readonly Entry[], entry: Entry): Entry[] {
  return [...pile, entry].slice(-MOST);
}

/** What takes back an act and the one that went on with it. */
function joined(back: Back, later: Back): Back {
  if (back.type !== 'editText' || later.type !== 'editText') return back;
  return { ...back, delta: compose(later.delta, back.delta) };
}

/** An entry is gone, and those steps of it were not taken: what is under them is as if they had never been. */
function without(
  pile: readonly Entry[],
  entry: Entry,
  skipped: readonly Step[],
  state: Entities,
): readonly Entry[] {
  const at = pile.indexOf(entry);
  const above = pile.slice(at + 1);
  let below: readonly Entry[] = pile.slice(0, at);
  for (const { back } of skipped) {
    if (back.type !== 'editText' || back.delta.length === 0) continue;
    const { id, field } = back;
    const text = above
      .flatMap(({ steps }) => steps.toReversed())
      .reduceRight(
        (document, step) => (isOf(step.back, id, field) ? compose(document, step.back.delta) : document),
        textOf(state.get(id), field),
      );
    below = through(below, { id, field, delta: invert(back.delta, text) });
  }
  return [...below, ...above];
}

/** Transforms a pile through an edit of the text that its topmost applies to. */
function through(pile: readonly Entry[], { id, field, delta }: TextEdit, by?: string): readonly Entry[] {
  let moved = delta;
  const pass = (step: Step): Step => {
    if (!isOf(step.back, id, field)) return step;
    const mine = transform(moved, step.back.delta, true);
    moved = transform(step.back.delta, moved, false);
    const emptied = mine.length === 0 && step.back.delta.length > 0 && by !== undefined;
    const left = emptied ? { id, field, by } : step.left;
    return { back: { ...step.back, delta: mine }, ...(left ? { left } : {}) };
  };
  return pile
    .toReversed()
    .map((entry) => eachStep(entry, pass))
    .reverse();
}

function isOf(back: Back, id: string, field: string): back is Extract<Back, { type: 'editText' }> {
  return back.type === 'editText' && back.id === id && back.field === field;
}

function eachStep(entry: Entry, map: (step: Step) => Step): Entry {
  return { ...entry, steps: entry.steps.map(map) };
}

function leftAlone({ back }: Step, by: string | undefined): Step {
  const { id } = back;
  return { back, left: { id, ...('field' in back ? { field: back.field } : {}), by } };
}

/** A sibling that somebody has moved says nothing any more of where an entity stood. */
function staying(step: Step, change: Change): Step {
  const { back } = step;
  if (change.type !== 'move' || back.type !== 'move' || !back.before.includes(change.id)) return step;
  return { ...step, back: { ...back, before: back.before.filter((id) => id !== change.id) } };
}

/** What was told once to stay is not told of older acts again. */
function notOf(told: readonly Left[]): (step: Step) => boolean {
  return ({ left }) => !left || !told.some(({ id, field }) => id === left.id && field === left.field);
}
