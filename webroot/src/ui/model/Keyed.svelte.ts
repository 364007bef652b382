import { untrack } from 'svelte';

/** One value that is followed by whoever reads it inside a component. */
class Followed {
  value: unknown = $state.raw();
}

/**
 * Values by key: who reads one follows that one only, also while it is not there. A SvelteMap has who
 * reads what is not there follow everything, and a sheet has hundreds of fields in which nothing stands.
 */
export class Keyed<V extends object> {
  readonly #same: (one: V, other: V) => boolean;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- what is read of it is followed by key
  readonly #all = new Map<string, Followed>();

  /** @param same whether a value shows the same as another: then who follows it hears nothing */
  constructor(same: (one: V, other: V) => boolean = Object.is) {
    this.#same = same;
  }

  get(key: string): V | undefined {
    return this.#at(key).value as V | undefined;
  }

  set(key: string, value: V): void {
    const at = this.#at(key);
    const before = untrack(() => at.value) as V | undefined;
    if (before === undefined || !this.#same(before, value)) at.value = value;
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
