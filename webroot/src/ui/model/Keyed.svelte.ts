/** One value that is followed by whoever reads it inside a component. */
class Followed {
  value: unknown = $state.raw();
}

/**
 * Values by key: who reads one follows that one only, also while it is not there. A SvelteMap has who
 * reads what is not there follow everything, and a sheet has hundreds of fields in which nothing stands.
 */
export class Keyed<V> {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- what is read of it is followed by key
  readonly #all = new Map<string, Followed>();

  get(key: string): V | undefined {
    return this.#at(key).value as V | undefined;
  }

  set(key: string, value: V): void {
    this.#at(key).value = value;
  }

  delete(key: string): void {
    const known = this.#all.get(key);
    if (known) known.value = undefined;
  }

  #at(key: string): Followed {
    const known = this.#all.get(key);
    if (known) return known;
    let made = new Followed();
    // What a component makes while it reads, it does not follow: this is made by nobody.
    $effect.root(() => {
      made = new Followed();
    })();
    this.#all.set(key, made);
    return made;
  }
}
