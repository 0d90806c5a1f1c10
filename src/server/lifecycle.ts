/** Whether the server takes questions, and how many it is answering. */
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

  /** Takes no more questions. Resolves when the last of those under way is answered. */
  stop(): Promise<void> {
    this.#stopping = true;
    this.#settle();
    return this.#idle.promise;
  }

  #settle(): void {
    if (this.#stopping && this.#underWay === 0) this.#idle.resolve();
  }
}
