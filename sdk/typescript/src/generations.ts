/** The entries of one subject. */
interface Places<T> {
  count: number;
  /** By right, then by resource: of rights a subject has few, of resources many. */
  readonly byRight: Map<string, Map<string, T>>;
}

/**
 * A bounded table of entries by subject, right and resource. New ones go into the young generation. Once
 * that holds half of what there may be, the old one is dropped and it becomes the old one: what is no
 * longer asked for leaves without being searched for. All entries of a subject are removed at once.
 */
export class Generations<T> {
  readonly #half: number;
  #young = new Map<string, Places<T>>();
  #old = new Map<string, Places<T>>();
  #count: number = 0;

  constructor(most: number) {
    this.#half = Math.floor(most / 2);
  }

  /** The entry, if there is one. One that was old is young again. */
  find(subject: string, resource: string, right: string): T | undefined {
    const young = this.#young.get(subject)?.byRight.get(right)?.get(resource);
    if (young !== undefined) {
      return young;
    }
    const old = this.#old.get(subject)?.byRight.get(right)?.get(resource);
    if (old !== undefined) {
      this.put(subject, resource, right, old);
    }
    return old;
  }

  /** Adds an entry, or replaces it. */
  put(subject: string, resource: string, right: string, entry: T): void {
    const places = got(this.#young, subject, () => ({ count: 0, byRight: new Map() }));
    const byResource = got(places.byRight, right, () => new Map<string, T>());
    if (!byResource.has(resource)) {
      places.count += 1;
      this.#count += 1;
    }
    byResource.set(resource, entry);
    if (this.#count >= this.#half) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#count = 0;
    }
  }

  /** Removes all of this subject, from both. */
  forget(subject: string): void {
    this.#count -= this.#young.get(subject)?.count ?? 0;
    this.#young.delete(subject);
    this.#old.delete(subject);
  }

  /** Removes all. */
  clear(): void {
    this.#young = new Map();
    this.#old = new Map();
    this.#count = 0;
  }
}

/** What stands under this key, made if there is nothing. */
export function got<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
