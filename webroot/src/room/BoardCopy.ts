import { childrenOf, type Entities, fold, isLive, type Stamp, textOf } from '../board/fold';
import { preview } from '../board/preview';
import { Overlay, Store } from '../board/store';
import type { Delta } from '../text/op';
import type { Accepted, Change, Command, EntityState } from '../wire/protocol.gen';
import type { Act } from './kept';

/** What has changed in what the server has told, since the last time that it was taken. */
export interface Changed {
  readonly entities: readonly EntityState[];
  readonly gone: readonly string[];
  /** The entities are all there are. */
  readonly anew: boolean;
}

/** A board as this tab has it: what the server has told and, over it, what this tab has asked. */
export class BoardCopy {
  readonly #told: Store;
  #view: Overlay;
  readonly #changed = new Set<string>();
  #anew: boolean;

  /** @param anew whether nothing of it has been written yet */
  constructor(entities: Iterable<EntityState>, anew: boolean) {
    this.#told = new Store(entities);
    this.#view = new Overlay(this.#told);
    this.#anew = anew;
  }

  /** Whether changes are of this board: those of another state would leave it torn. */
  fits(submissions: readonly Accepted[]): boolean {
    const made = new Set<string>();
    return submissions.every(({ changes }) =>
      changes.every((change) => {
        if (change.type === 'put') made.add(change.id);
        return made.has(change.id) || this.#told.get(change.id) !== undefined;
      }),
    );
  }

  /** Makes one change true. Answers the ids of what may show differently. */
  fold(change: Change, stamp: Stamp): string[] {
    const changed = [change.id, ...(change.type === 'purge' ? this.#descendants(change.id) : [])];
    const before = this.#told.get(change.id)?.in;
    fold(this.#told, change, stamp);
    for (const id of changed) this.#changed.add(id);
    return before === undefined ? changed : [...changed, before];
  }

  *#descendants(id: string): Iterable<string> {
    for (const inside of this.#told.inside(id)) {
      yield inside;
      yield* this.#descendants(inside);
    }
  }

  /** What the server has told with some acts over it. */
  with(acts: readonly Act[]): Entities {
    const overlay = new Overlay(this.#told);
    for (const { commands } of acts) preview(overlay, commands);
    return overlay;
  }

  /**
   * Shows acts over what the server has told, all of them anew.
   *
   * @returns the ids of what is, or was until now, shown as asked
   */
  lay(acts: readonly Act[]): string[] {
    const ids = [...this.#view.changed()];
    this.#view = new Overlay(this.#told);
    for (const { commands } of acts) preview(this.#view, commands);
    return [...ids, ...this.#view.changed()];
  }

  /** Shows one more act over all that is there. */
  layMore(commands: readonly Command[]): void {
    preview(this.#view, commands);
  }

  /** Has all of it written the next time, as if nothing had been. */
  writeAnew(): void {
    this.#anew = true;
  }

  /** Takes what is to be written. */
  takeChanged(): Changed {
    const ids = [...(this.#anew ? this.#told.ids() : this.#changed)];
    const entities = ids.flatMap((id) => this.#told.get(id) ?? []);
    const gone = ids.filter((id) => this.#told.get(id) === undefined);
    const anew = this.#anew;
    this.#changed.clear();
    this.#anew = false;
    return { entities, gone, anew };
  }

  /** The board as it is on the screen, those in the bin with it. */
  get view(): Entities {
    return this.#view;
  }

  /** An entity as it is on the screen; nothing when it, or one that it is in, is in the bin. */
  entity(id: string): EntityState | undefined {
    return isLive(this.#view, id) ? this.#view.get(id) : undefined;
  }

  /** An entity as it is on the screen, in the bin or not. */
  find(id: string): EntityState | undefined {
    return this.#view.get(id);
  }

  /** What is itself in the bin; what is only in such a thing is not. */
  binned(): EntityState[] {
    const ids = new Set([...this.#told.ids(), ...this.#view.changed()]);
    return [...ids].flatMap((id) => this.#view.get(id) ?? []).filter(({ removed }) => removed);
  }

  children(parent: string, kind: string): EntityState[] {
    return childrenOf(this.#view, parent, kind);
  }

  text(id: string, field: string): Delta {
    return textOf(this.#view.get(id), field);
  }

  /** A text as the server has told it, of what is in the bin as well. */
  toldText(id: string, field: string): Delta {
    return textOf(this.#told.get(id), field);
  }

  /** The ids of all that the server has told of. */
  toldIds(): Iterable<string> {
    return this.#told.ids();
  }
}
