/** One thing that a person switches on or off; it stays on this device. */
class Switch {
  on: boolean = $state(true);
  readonly #key: string;

  constructor(name: string) {
    this.#key = `binome.${name}`;
    try {
      this.on = localStorage.getItem(this.#key) !== 'off';
    } catch {
      // A browser that keeps nothing: the choice lasts as long as the page.
    }
  }

  choose(on: boolean): void {
    this.on = on;
    try {
      localStorage.setItem(this.#key, on ? 'on' : 'off');
    } catch {
      // As above.
    }
  }
}

/** Shortcuts of one key without Ctrl or Alt: who dictates or slips would set them off (WCAG 2.1.4). */
export const singleKeys = new Switch('keys');

/** Whether somebody has still to be told how a thing is done. */
export function hintOf(name: string): Switch {
  return new Switch(`hint.${name}`);
}

/** Telling aloud what the others change. */
export const announcing = new Switch('announcing');
