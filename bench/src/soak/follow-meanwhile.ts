import { setTimeout as delay } from 'node:timers/promises';
import { withClient } from '../ledger/server.ts';
import { type Subscription, subscribe } from '../live/subscribers.ts';
import { addStances } from '../snapshot/revise.ts';

const subscribers = 100;
const pauseMs = 1_000;

/** What subscribers were told. */
export interface Followed {
  readonly subscribers: number;
  readonly revisions: number;
  readonly resumed: number;
  readonly events: number;
  /** Events that did not come, came again or out of their order. */
  readonly wrong: number;
}

const query =
  'subscription ($since: Int) { ledgerChanged(sinceRevision: $since) { revision { number } addedStances } }';

/** One subscriber over all its streams. */
interface Follower {
  stream: Subscription;
  last: number;
  events: number;
  wrong: number;
}

/** Subscribes many times, writes a revision a second, and each second lets one subscriber go and come again where it was. */
export async function followMeanwhile(api: string, url: string): Promise<{ end(): Promise<Followed> }> {
  const newest = () =>
    withClient(url, async (client) => {
      const { rows } = await client.query<{ last: number }>('SELECT last FROM revision_counter');
      return rows[0]?.last ?? 0;
    });
  const first = await newest();
  const followers: Follower[] = [];
  const open = (follower: Pick<Follower, 'last'>) =>
    subscribe(api, JSON.stringify({ query, variables: { since: follower.last } }), (text) => {
      for (const [, number] of text.matchAll(/"number":(\d+)/g)) see(follower as Follower, Number(number));
    });
  for (let index = 0; index < subscribers; index++) {
    const follower = { last: first, events: 0, wrong: 0 } as Follower;
    follower.stream = await open(follower);
    followers.push(follower);
  }
  let isOver = false;
  let resumed = 0;
  const running = withClient(url, async (client) => {
    for (let round = 0; !isOver; round++) {
      await addStances(client, 20_000 + round, 10);
      const follower = followers[round % subscribers] as Follower;
      follower.stream.quit();
      follower.stream = await open(follower);
      resumed++;
      await delay(pauseMs);
    }
  });
  return {
    async end() {
      isOver = true;
      await running;
      const last = await newest();
      const deadline = performance.now() + 10_000;
      while (performance.now() < deadline && followers.some((one) => one.last < last)) await delay(50);
      for (const { stream } of followers) stream.quit();
      const sum = (of: 'events' | 'wrong') => followers.reduce((all, one) => all + one[of], 0);
      const missing = followers.reduce((all, one) => all + last - one.last, 0);
      return { subscribers, revisions: last - first, resumed, events: sum('events'), wrong: sum('wrong') + missing };
    },
  };
}

function see(follower: Follower, number: number): void {
  follower.events++;
  if (number !== follower.last + 1) follower.wrong++;
  follower.last = number;
}
