/** Whether something has been so for a while; that it is not is known at once. */
export class Lasting {
  readonly #millis: number;
  readonly #told: () => void;
  #is: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param is whether it has been so until now
   * @param millis the while, in ms
   * @param told called when it has come to last
   */
  constructor(is: boolean, millis: number, told: () => void) {
    this.#is = is;
    this.#millis = millis;
    this.#told = told;
  }

  get is(): boolean {
    return this.#is;
  }

  /** It is so from now on, or is not. */
  now(so: boolean): void {
    if (!so) {
      this.close();
      this.#is = false;
    } else if (!this.#is)
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#is = true;
        this.#told();
      }, this.#millis);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
