/** A class that extends this one adds its private fields to an object that is there already. */
class AddedTo {
  constructor(existing: object) {
    // biome-ignore lint/correctness/noConstructorReturn: the fields of the class that extends this one are added to what is returned
    return existing;
  }
}

/**
 * A function whose result is computed once per object and cached as long as the object lives. For immutable objects; a copy of one is another object.
 *
 * The result is a private field of the object. In a WeakMap it would outlive the object until all of the heap is collected, if it refers to it: docs/decisions/throughput.md.
 */
export function oncePer<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  class Result extends AddedTo {
    readonly #value: Value;

    constructor(key: Key, value: Value) {
      super(key);
      this.#value = value;
    }

    static of(key: Key | Result): Value {
      if (#value in key) return key.#value;
      const value = make(key);
      new Result(key, value);
      return value;
    }
  }
  return (key) => Result.of(key);
}
