import type { Random } from '../randomTexts.ts';

interface Task {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Time that passes only when it is told to; what is due at the same time runs in the order it was asked. */
export class Schedule {
  readonly random: Random;
  now = 0;
  #order = 0;
  #tasks: Task[] = [];

  constructor(random: Random) {
    this.random = random;
  }

  after(millis: number, run: () => void): void {
    const task = { at: this.now + millis, order: this.#order++, run };
    let at = this.#tasks.length;
    while (at > 0 && this.#tasks[at - 1]!.at > task.at) at--;
    this.#tasks.splice(at, 0, task);
  }

  /** Runs all that is due within a while. */
  pass(millis: number): void {
    const until = this.now + millis;
    for (let next = this.#tasks[0]; next && next.at <= until; next = this.#tasks[0]) {
      this.#tasks.shift();
      this.now = next.at;
      next.run();
    }
    this.now = until;
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    return Math.floor(this.random() * end);
  }

  chance(of: number): boolean {
    return this.random() < of;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }
}
