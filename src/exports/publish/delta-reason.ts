import { columnsFingerprint } from '../package/columns-fingerprint.ts';
import type { VersionIndex } from '../package/version-index.ts';
import type { OpenSource, Source } from '../source/source.ts';

/** Why a version cannot be compared with the previous one; null if it can. */
export async function noDeltaReason(
  { name, tables }: Source,
  source: OpenSource,
  previous: VersionIndex | undefined,
): Promise<string | null> {
  if (previous === undefined) return 'this is the first version';
  if (previous.what !== name) return `version ${previous.version} exported something else`;
  if (previous.columns !== columnsFingerprint(tables)) return `version ${previous.version} has other columns`;
  if (tables.some(({ primaryKey }) => primaryKey.length === 0)) return 'its rows have no key';
  const { number, digest } = previous.revision;
  if (digest === null) return `version ${previous.version} does not name its ledger`;
  if (number > source.revision.number) return `version ${previous.version} has a later revision`;
  if (await source.had({ number, digest })) return null;
  return `version ${previous.version} comes from another ledger`;
}
