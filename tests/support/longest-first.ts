import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take many seconds, the longest first: a process that came to one of them late would be waited for by the others. */
const longest = [
  'execution/one-answer.test.ts',
  'containers/image.test.ts',
  'snapshot/following.slow.test.ts',
  'failover/failover.slow.test.ts',
  'writers/faults.slow.test.ts',
  'exports/killed.slow.test.ts',
  'cli/shutdown.slow.test.ts',
  'cli/serve.slow.test.ts',
  'cli/doctor.slow.test.ts',
  'embedded/recovery.slow.test.ts',
  'embedded/sharing.slow.test.ts',
  'cli/database-refusals.slow.test.ts',
  'writers/narrow-reading.test.ts',
  'exports/parquet.test.ts',
  'backup/same-answers.test.ts',
  'writers/kept-from-writing.test.ts',
  'server/half-open.test.ts',
  'loops/two-loops.test.ts',
  'loops/live-and-past.test.ts',
  'live/resumed.test.ts',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((name) => moduleId.endsWith(`/tests/${name}`));
  return place === -1 ? longest.length : place;
};

/** The order of Vitest, which without an earlier run knows only how long a file's text is, but for the files that are known to take long. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
