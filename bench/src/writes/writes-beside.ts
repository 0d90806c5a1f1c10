import { randomBytes } from 'node:crypto';
import { ledgerOf, otherBuild } from '../beside/other-build.ts';
import { keyFor } from '../ledger/key-for.ts';
import { withServer } from '../run/child.ts';
import { milliseconds, times } from '../run/figures.ts';
import { inTurns, ratioOf } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { concord } from '../side-by-side/concord.ts';
import { newStance, recordOne } from './write.ts';
import { medianWrite } from './writes.ts';

/** One write to this build and to another one, each with a ledger of its own. */
export async function writesBeside(url: string, folder: string, data: string | null): Promise<Result[]> {
  const build = otherBuild(folder);
  const theirUrl = await ledgerOf(build, url, data);
  const secret = randomBytes(32).toString('base64');
  const keys = {
    ours: await keyFor(url, 'bench-beside', secret),
    theirs: await keyFor(theirUrl, 'bench-beside', secret),
  };
  const [ours, theirs] = [concord(url), concord(theirUrl)];
  const withSecret = (environment: Readonly<Record<string, string>>) => ({
    ...environment,
    CONCORD_KEY_SECRET: secret,
  });
  return withServer(ours.args, withSecret(ours.environment), (ourApi) =>
    withServer([build.main, ...theirs.args.slice(1)], withSecret(theirs.environment), async (theirApi) => {
      note('one write, beside the other build');
      const measured = await inTurns(
        {
          ours: medianWrite(() => recordOne(ourApi, keys.ours, newStance())),
          theirs: medianWrite(() => recordOne(theirApi, keys.theirs, newStance())),
        },
        { warmUp: 1, rounds: 5 },
      );
      const ratio = ratioOf(measured.theirs, measured.ours);
      return [
        {
          what: 'one stance with its citation, beside the other build',
          concord: milliseconds(measured.ours),
          peer: `the other build ${milliseconds(measured.theirs)}`,
          ratio: `${times(ratio)} faster`,
          target: '',
          met: null,
        },
      ];
    }),
  );
}
