import { dateOf, dayOf } from '../../../src/agreement/day.ts';
import { withServer } from '../run/child.ts';
import { milliseconds } from '../run/figures.ts';
import { inTurns, timed } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { concord } from '../side-by-side/concord.ts';
import { ask } from '../side-by-side/load.ts';
import { asOf } from './whole.ts';

const query = `query Matrix($asOf: Date!) {
  agreementMatrix(scope: { kinds: [ROLL_CALL], asOf: $asOf }) { parties { key } values shared revision }
}`;

/** The whole answer over HTTP, each time as of another day, so that nothing is remembered. */
export async function matrixAnswer(url: string): Promise<Result[]> {
  note('matrix of all countries over HTTP');
  const { args, environment } = concord(url);
  let day = dayOf(asOf);
  const askOnce = (api: string) => timed(() => ask(api, JSON.stringify({ query, variables: { asOf: dateOf(day++) } })));
  const { answer } = await withServer(args, environment, (api) =>
    inTurns({ answer: () => askOnce(api) }, { warmUp: 8, rounds: 20 }),
  );
  return [
    {
      what: 'the same, the whole HTTP answer',
      concord: milliseconds(answer),
      peer: '',
      ratio: '',
      target: '<= 150 ms',
      met: answer.median <= 150,
    },
  ];
}
