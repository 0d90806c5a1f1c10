import type { ClientBase } from 'pg';
import type { Crosswalk } from '../crosswalk/read-crosswalk.ts';
import type { UngaFile } from '../read/find-files.ts';
import { expectedRcid, rcidOf, shown } from '../read/read-field.ts';
import { type ReadOptions, readRecords } from '../read/read-records.ts';
import { copyIn, copyLine } from './copy-in.ts';

/** Stages issues.csv: which roll call is about which issue. Records with problems are left out. */
export async function stageLabels(
  client: ClientBase,
  file: UngaFile,
  { issues }: Crosswalk,
  options: ReadOptions,
): Promise<void> {
  const take = ([rcidText = '', code = '', name = '']: readonly string[], line: number): string => {
    const problem = (found: string, expected: string) =>
      options.problems.add({ at: `${file.path}:${line}`, found, expected });
    const rcid = rcidOf(rcidText);
    const issue = issues.find((entry) => entry.code === code);
    if (rcid === null) problem(shown('rcid', rcidText), expectedRcid);
    if (issue === undefined) {
      problem(shown('short_name', code), `one of ${issues.map((entry) => entry.code).join(', ')}`);
    } else if (issue.name !== name) problem(shown('issue', name), `${issue.name} for ${code}`);
    else if (rcid !== null) return copyLine([file.number, line, rcid, issue.key]);
    return '';
  };
  await copyIn(client, 'unga_label', ['file', 'line', 'rcid', 'issue'], readRecords(file, take, options));
}
