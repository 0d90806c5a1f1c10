import type { ServerResponse } from 'node:http';

/** Whether the server takes questions, and how many it is answering. */
export class Lifecycle {
  #stopping = false;
  #underWay = 0;
  readonly #idle = Promise.withResolvers<void>();

  get stopping(): boolean {
    return this.#stopping;
  }

  /** Counts a request as under way until its response is sent, or its client gone. */
  begin(response: ServerResponse): void {
    this.#underWay++;
    response.once('close', () => {
      this.#underWay--;
      this.#settle();
    });
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
