import autocannon from 'autocannon';
import { withClient } from '../ledger/server.ts';
import { withServer } from '../run/child.ts';
import { short, times } from '../run/figures.ts';
import { summary } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { concord } from '../side-by-side/concord.ts';
import { type Question, questionsFrom } from '../side-by-side/question.ts';
import { followMeanwhile } from './follow-meanwhile.ts';
import { watchMemory } from './memory.ts';

const connections = 16;
const findingSeconds = 20;
const share = 0.8;
/** Of so many questions one asks for sources, which need the database. */
const oneIn = 10;

const withSources = `query Sources($propositions: [String!]!, $parties: [String!]!) {
  comparison(parties: $parties, scope: { propositions: $propositions }) {
    rows(first: 5) { nodes { proposition { text } cells { position stance { heldFrom citations { document { title } } } } } }
  }
}`;

/**
 * Minutes of load at 80 % of the most that the server can do, with subscribers, some of whom go and come again, and a revision a second: whether it
 * fails a request, whether every subscriber is told of every revision once, and whether memory grows.
 */
export async function soak(url: string, minutes: number): Promise<Result[]> {
  const contestant = concord(url);
  const questions = await withClient(url, questionsFrom);
  let asked = 0;
  const body = () => {
    const question: Question = questions();
    return asked++ % oneIn === 0
      ? JSON.stringify({ query: withSources, variables: question })
      : contestant.bodyOf(question);
  };
  return withServer(
    contestant.args,
    { ...contestant.environment, CONCORD_SUBSCRIPTIONS_PER_CLIENT: '1000' },
    async (api, pid) => {
      note(`soak: the most it can do, ${findingSeconds} s`);
      await load(api, body, findingSeconds);
      const most = await load(api, body, findingSeconds);
      const rate = Math.floor((share * most['2xx']) / most.duration);
      note(`soak: ${minutes} minutes at ${rate} requests a second`);
      const memory = watchMemory(pid);
      const following = await followMeanwhile(api, url);
      const { '2xx': answered, non2xx, errors, timeouts, latency } = await load(api, body, 60 * minutes, rate);
      const bytes = memory.stop();
      const told = await following.end();
      const failed = non2xx + errors + timeouts;
      const [early, late] = [summary(bytes.slice(0, bytes.length / 4)), summary(bytes.slice(-bytes.length / 4))];
      const growth = late.median / early.median;
      const what = `${minutes} min at ${rate}/s, 80 % of the most`;
      return [
        {
          what: `soak, ${what}`,
          concord: `${answered.toLocaleString('en-US')} answers, ${failed} failed, median ${latency.p50} ms, 99th ${latency.p99} ms`,
          peer: '',
          ratio: '',
          target: '0 failed',
          met: failed === 0,
        },
        {
          what: `the same, ${told.subscribers} subscribers beside it, each told of ${told.revisions} revisions, ${told.resumed} times resumed`,
          concord: `${told.events.toLocaleString('en-US')} events, ${told.wrong} missing, twice or not in order`,
          peer: '',
          ratio: '',
          target: '0 wrong',
          met: told.wrong === 0,
        },
        {
          what: 'the same, resident memory, last quarter against the first',
          concord: `${short(late.median / 1e6)} MB (max ${short(late.max / 1e6)})`,
          peer: `${short(early.median / 1e6)} MB (max ${short(early.max / 1e6)})`,
          ratio: times(growth),
          target: '<= 1.1x',
          met: growth <= 1.1,
        },
      ];
    },
  );
}

const load = (api: string, body: () => string, duration: number, overallRate?: number) =>
  autocannon({
    url: api,
    connections,
    duration,
    ...(overallRate !== undefined && { overallRate }),
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    requests: [{ setupRequest: (request) => ({ ...request, body: body() }) }],
  });
