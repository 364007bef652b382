/** Runs things once a key, or what else runs now, is over and shown; when the page goes away, at once. */
export class Afterwards {
  readonly #channel = new MessageChannel();
  #due: (() => void)[] = [];

  constructor() {
    this.#channel.port1.onmessage = () => this.now();
    addEventListener('pagehide', () => this.now());
  }

  /** In the order in which they were asked for. */
  run(task: () => void): void {
    this.#due.push(task);
    // A timer would wait for a second in a tab that is not looked at.
    if (this.#due.length === 1) this.#channel.port2.postMessage(undefined);
  }

  /** What is still to be run. */
  now(): void {
    const due = this.#due;
    this.#due = [];
    for (const task of due) task();
  }
}
