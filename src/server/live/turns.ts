/** Lets so many through in one turn of the event loop, so that others need not wait for all. */
export class Turns {
  readonly #most: number;
  #left: number;
  #next: Promise<void> | null = null;

  constructor(most: number) {
    this.#most = most;
    this.#left = most;
  }

  /** Resolves when it is one's turn; null: it is now. */
  take(): Promise<void> | null {
    this.#next ??= this.#refill();
    if (this.#left === 0) return this.#wait();
    this.#left--;
    return null;
  }

  async #wait(): Promise<void> {
    while (this.#left === 0) {
      this.#next ??= this.#refill();
      await this.#next;
    }
    this.#left--;
  }

  /** An immediate per turn in which somebody came, none otherwise. */
  #refill(): Promise<void> {
    return new Promise((resolve) =>
      setImmediate(() => {
        this.#left = this.#most;
        this.#next = null;
        resolve();
      }),
    );
  }
}
