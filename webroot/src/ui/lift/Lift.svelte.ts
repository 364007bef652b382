import { untrack } from 'svelte';

import { fr } from '../fr';
import { toasts } from '../model/toasts.svelte';
import { isElsewhere, type Lane, othersIn, type Spot, spotOf, stepped } from './lanes';

/** A point of the window, in its pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is lifted, and where it would be put down. */
export interface Lifted {
  readonly id: string;
  readonly name: string;
  readonly spot: Spot;
  /** Under a pointer; otherwise the keyboard has it. */
  readonly at?: Point;
}

/** What a screen tells of its things, and hears. */
export interface Ground {
  readonly lanes: () => readonly Lane[];
  readonly nameOf: (id: string) => string;
  /** What a lane is called; a list of one needs none. */
  readonly laneName?: (lane: string) => string;
  /** Puts it there for everybody; not called where it would stay in its place. */
  readonly drop: (id: string, spot: Spot) => void;
}

/** The one thing that a person has lifted to put it elsewhere; nothing moves for anybody before it is put down. */
export class Lift {
  current: Lifted | undefined = $state.raw();
  /** Which; the many that are not lifted follow this, and not each step. */
  readonly id = $derived(this.current?.id);
  /** What is told to those who do not see it. */
  said = $state('');
  readonly #ground: Ground;
  #start: readonly Lane[] = [];

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /**
   * Before which thing of a lane what is lifted would be put down.
   *
   * @returns null at the end of the lane, undefined where it would be in another
   */
  before(lane: string): string | null | undefined {
    return this.#among(lane)?.[1];
  }

  /** Those that have to be on the page however far away: what is lifted, and whom it would stand between. */
  kept(lane: string): readonly string[] {
    return [this.id, ...(this.#among(lane) ?? [])].filter((id) => typeof id === 'string');
  }

  #among(lane: string): readonly [string | null, string | null] | undefined {
    if (this.current?.spot.lane !== lane) return undefined;
    const others = this.others(lane, this.current.id);
    const { place } = this.current.spot;
    return [others[place - 1] ?? null, others[place] ?? null];
  }

  /** Whom a thing would stand among in a lane, on the page or not. */
  others(lane: string, id: string): readonly string[] {
    return othersIn(this.#ground.lanes(), lane, id);
  }

  take(id: string, at?: Point): void {
    const lanes = this.#ground.lanes();
    const spot = spotOf(lanes, id);
    if (!spot || this.current) return;
    this.#start = lanes;
    const name = this.#ground.nameOf(id);
    this.current = { id, name, spot, ...(at ? { at } : {}) };
    this.said = fr.lift.taken(name, this.#where(spot));
  }

  /** Over another place. */
  over(spot: Spot, at?: Point): void {
    if (!this.current) return;
    const { id, name, spot: before } = this.current;
    this.current = { id, name, spot, ...(at ? { at } : {}) };
    if (spot.lane !== before.lane || spot.place !== before.place) this.said = this.#where(spot);
  }

  drop(): void {
    const lifted = this.current;
    if (!lifted) return;
    this.current = undefined;
    const was = spotOf(this.#ground.lanes(), lifted.id);
    if (was?.lane === lifted.spot.lane && was.place === lifted.spot.place) this.#stays(lifted.name);
    else this.#ground.drop(lifted.id, lifted.spot);
  }

  cancel(): void {
    const lifted = this.current;
    this.current = undefined;
    if (lifted) this.#stays(lifted.name);
  }

  /** Looks at what others do meanwhile; follows the lanes, and not each step. */
  heed(): void {
    if (this.id === undefined) return;
    const lanes = this.#ground.lanes();
    untrack(() => this.#look(lanes));
  }

  /**
   * What a key means for a thing that has the focus.
   *
   * @returns whether it meant anything
   */
  key(id: string, key: string): boolean {
    const lifted = this.current;
    if (!lifted) {
      if (key !== ' ') return false;
      this.take(id);
      return true;
    }
    if (key === 'Escape') this.cancel();
    else if (lifted.id !== id) return false;
    else if (key === ' ' || key === 'Enter') this.drop();
    else {
      const spot = stepped(this.#ground.lanes(), id, lifted.spot, key);
      if (!spot) return false;
      this.over(spot);
    }
    return true;
  }

  #look(lanes: readonly Lane[]): void {
    const lifted = this.current;
    if (!lifted) return;
    if (isElsewhere(this.#start, lanes, lifted.id)) {
      this.current = undefined;
      const gone = spotOf(lanes, lifted.id) === undefined;
      toasts.show({ text: gone ? fr.lift.removed(lifted.name) : fr.lift.moved(lifted.name) });
      return;
    }
    const most = othersIn(lanes, lifted.spot.lane, lifted.id).length;
    if (lifted.spot.place > most) this.over({ ...lifted.spot, place: most }, lifted.at);
  }

  #stays(name: string): void {
    this.said = fr.lift.stays(name);
  }

  #where({ lane, place }: Spot): string {
    const count = othersIn(this.#ground.lanes(), lane, this.current?.id ?? '').length + 1;
    const said = fr.lift.place(place + 1, count);
    return this.#ground.laneName ? fr.lift.inLane(this.#ground.laneName(lane), said) : said;
  }
}
