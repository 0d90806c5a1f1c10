/** Whether the server accepts requests, and how many are in progress. */
export class Lifecycle {
  #leaving = false;
  #stopping = false;
  #underWay = 0;
  readonly #idle = Promise.withResolvers<void>();
  readonly #stopped = Promise.withResolvers<void>();

  /** Whether requests should be sent elsewhere; those that come are still answered until it stops. */
  get leaving(): boolean {
    return this.#leaving;
  }

  get stopping(): boolean {
    return this.#stopping;
  }

  /** Resolves when no more requests are accepted. */
  get stopped(): Promise<void> {
    return this.#stopped.promise;
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

  /** Asks for requests to be sent elsewhere, by `/ready` and by closing connections with the next answer. */
  leave(): void {
    this.#leaving = true;
  }

  /** Accepts no more requests. Resolves when the last one in progress has finished. */
  stop(): Promise<void> {
    this.#leaving = true;
    this.#stopping = true;
    this.#stopped.resolve();
    this.#settle();
    return this.#idle.promise;
  }

  #settle(): void {
    if (this.#stopping && this.#underWay === 0) this.#idle.resolve();
  }
}
