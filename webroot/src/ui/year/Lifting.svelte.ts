import type { Annee, Span } from '../../parcours/annee';
import { list, period } from '../french';
import { fr } from '../fr';
import { holidayName } from './items';

/** A bar that a person holds, by the pointer or by keys. */
export interface Held {
  readonly id: string;
  readonly title: string;
  readonly from: Span;
  /** Where it would be dropped. */
  readonly to: Span;
}

interface Ground {
  readonly annee: () => Annee;
  readonly pfmpName: (id: string) => string;
  readonly drop: (held: Held) => void;
}

/** The one bar that may be held, and what is said about where it would go. */
export class Lifting {
  held: Held | undefined = $state.raw();
  /** Said to everybody: on the page, and by a screen reader. */
  said: string = $state('');

  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Whether it may be dropped where it is. */
  get fits(): boolean {
    return this.held !== undefined && this.#ground.annee().hits(this.held.to).pfmps.length === 0;
  }

  lift(id: string, title: string, span: Span): void {
    this.held = { id, title, from: span, to: span };
    this.said = fr.annee.lift.held(title);
  }

  /** So many weeks later or earlier than it is held now. */
  move(by: number): void {
    if (this.held) this.to(this.#ground.annee().moved(this.held.to, by));
  }

  resize(by: number): void {
    if (this.held) this.to(this.#ground.annee().resized(this.held.to, by));
  }

  /** So many weeks from where it was lifted. */
  drag(by: number, end: boolean): void {
    if (!this.held) return;
    const annee = this.#ground.annee();
    this.to(end ? annee.resized(this.held.from, by) : annee.moved(this.held.from, by));
  }

  to(span: Span): void {
    if (!this.held) return;
    this.held = { ...this.held, to: span };
    this.said = this.#where(this.held);
  }

  /**
   * @param letsGo a pointer cannot go on holding: from where the bar may not be, it goes back; in the
   *     hand of a keyboard it stays
   */
  drop(letsGo = false): void {
    const { held } = this;
    if (!held) return;
    if (!this.fits) {
      this.said = this.#where(held);
      if (!letsGo) return;
      this.said += ` ${fr.annee.lift.back(held.title)}`;
    } else this.said = '';
    const moved = held.to.first !== held.from.first || held.to.last !== held.from.last;
    if (moved && this.fits) this.#ground.drop(held);
    this.held = undefined;
  }

  /** It goes back to where it was. */
  cancel(): void {
    if (!this.held) return;
    this.said = fr.annee.lift.back(this.held.title);
    this.held = undefined;
  }

  /** Somebody else took it away. */
  gone(): void {
    if (!this.held) return;
    this.said = fr.annee.lift.gone(this.held.title);
    this.held = undefined;
  }

  #where({ title, to }: Held): string {
    const annee = this.#ground.annee();
    const { start, end } = annee.period(to);
    const { holidays, pfmps, noLesson } = annee.hits(to);
    const { lift } = fr.annee;
    const at = lift.at(title, period(start, end));
    if (pfmps.length > 0) return at + lift.refused(list(pfmps.map(this.#ground.pfmpName)));
    return [
      at,
      ...(noLesson ? [lift.noLesson] : []),
      ...(holidays.length > 0 ? [lift.over(list(holidays.map(holidayName)))] : []),
    ].join('');
  }
}
