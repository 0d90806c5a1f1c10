/** Whether the server accepts requests, and how many are in progress. */
export class Lifecycle {
  #stopping = false;
  #underWay = 0;
  readonly #idle = Promise.withResolvers<void>();

  get stopping(): boolean {
    return this.#stopping;
  }

  /** A request is under way. */
  begin(): void {
    this.#underWay++;
  }

  /** Its response is sent, or its client gone. */
  end(): void {
    this.#underWay--;
    this.#settle();
  }

  /** Accepts no more requests. Resolves when the last one in progress has finished. */
  stop(): Promise<void> {
    this.#stopping = true;
    this.#settle();
    return this.#idle.promise;
  }

  #settle(): void {
    if (this.#stopping && this.#underWay === 0) this.#idle.resolve();
  }
}
