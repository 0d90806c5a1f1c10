import type { Limits } from '../limits/limits.ts';
import type { ErrorAnswer } from '../refuse.ts';

export type RoomLimits = Pick<Limits, 'subscriptions' | 'subscriptionsPerClient'>;

const retryAfter = { 'retry-after': '5' };

/** How many subscriptions a server has, and each of its clients. */
export class Room {
  readonly #limits: RoomLimits;
  readonly #perClient = new Map<string, number>();
  #all = 0;

  constructor(limits: RoomLimits) {
    this.#limits = limits;
  }

  /** Why a client cannot have another one; null when it can. */
  refusal(client: string): ErrorAnswer | null {
    const { subscriptions, subscriptionsPerClient } = this.#limits;
    const refusal = { code: 'TOO_MANY_SUBSCRIPTIONS', headers: retryAfter } as const;
    if ((this.#perClient.get(client) ?? 0) >= subscriptionsPerClient) {
      const message = `The client has ${subscriptionsPerClient} subscriptions on this server, the most that one may have; end one first.`;
      return { ...refusal, status: 429, message };
    }
    if (this.#all < subscriptions) return null;
    const message = `This server has ${subscriptions} subscriptions, the most that it takes; retry later or on another server.`;
    return { ...refusal, status: 503, message };
  }

  take(client: string): void {
    this.#all++;
    this.#perClient.set(client, (this.#perClient.get(client) ?? 0) + 1);
  }

  leave(client: string): void {
    this.#all--;
    const left = (this.#perClient.get(client) ?? 1) - 1;
    if (left === 0) this.#perClient.delete(client);
    else this.#perClient.set(client, left);
  }
}
