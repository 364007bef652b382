/** A row of things in their order; a board has several, a list one. */
export interface Lane {
  readonly id: string;
  readonly items: readonly string[];
}

/** A place in a lane, counted among the others: as if what is lifted were nowhere. */
export interface Spot {
  readonly lane: string;
  readonly place: number;
}

/** Where a lane is on the screen, and those of the others in it that are on the page, from top to bottom. */
export interface LaneBox {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  /** The place and the middle of each. */
  readonly rows: readonly { readonly place: number; readonly middle: number }[];
  /** How many others there are. */
  readonly count: number;
}

/** Where a thing stands; nowhere once it is gone. */
export function spotOf(lanes: readonly Lane[], id: string): Spot | undefined {
  for (const { id: lane, items } of lanes) {
    const place = items.indexOf(id);
    if (place >= 0) return { lane, place };
  }
  return undefined;
}

/** Whom a thing would stand among. */
export function othersIn(lanes: readonly Lane[], lane: string, id: string): readonly string[] {
  return lanes.find((one) => one.id === lane)?.items.filter((item) => item !== id) ?? [];
}

/** The place next to one, as an arrow asks for it; the same at the edge. Not an arrow: nothing. */
export function stepped(
  lanes: readonly Lane[],
  id: string,
  { lane, place }: Spot,
  key: string,
): Spot | undefined {
  const at = lanes.findIndex((one) => one.id === lane);
  const most = othersIn(lanes, lane, id).length;
  const beside = (next: Lane | undefined) =>
    next ? { lane: next.id, place: Math.min(place, othersIn(lanes, next.id, id).length) } : { lane, place };
  switch (key) {
    case 'ArrowUp':
      return { lane, place: Math.max(0, place - 1) };
    case 'ArrowDown':
      return { lane, place: Math.min(most, place + 1) };
    case 'ArrowLeft':
      return beside(lanes[at - 1]);
    case 'ArrowRight':
      return beside(lanes[at + 1]);
    case 'Home':
      return { lane, place: 0 };
    case 'End':
      return { lane, place: most };
    default:
      return undefined;
  }
}

/** The place under a pointer: in the lane that is nearest, before the first whose middle is lower. */
export function under(boxes: readonly LaneBox[], x: number, y: number): Spot | undefined {
  const away = ({ left, right }: LaneBox) => Math.max(left - x, x - right, 0);
  const box = boxes.toSorted((one, other) => away(one) - away(other))[0];
  if (!box) return undefined;
  const lower = box.rows.find(({ middle }) => middle > y);
  return { lane: box.id, place: lower?.place ?? box.count };
}

/**
 * Whether somebody else has moved a thing since it was lifted: it is in another lane, or both its
 * neighbours are others. That others come, go or are moved past it is not that.
 */
export function isElsewhere(before: readonly Lane[], now: readonly Lane[], id: string): boolean {
  const was = spotOf(before, id);
  const is = spotOf(now, id);
  if (was === undefined || is?.lane !== was.lane) return true;
  const then = before.find(({ id: lane }) => lane === was.lane)?.items ?? [];
  const here = now.find(({ id: lane }) => lane === is.lane)?.items ?? [];
  const old = then.filter((item) => here.includes(item));
  const still = here.filter((item) => then.includes(item));
  const [from, to] = [old.indexOf(id), still.indexOf(id)];
  return old[from - 1] !== still[to - 1] && old[from + 1] !== still[to + 1];
}
