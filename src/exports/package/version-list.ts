import { json } from './version.ts';
import type { VersionIndex } from './version-index.ts';

/** `versions.json`: the existing versions, newest first. */
export function versionList(name: string, versions: readonly VersionIndex[]): string {
  const newestFirst = versions.toReversed();
  return json({
    name,
    latest: newestFirst[0]?.version ?? null,
    versions: newestFirst.map(({ version, revision, createdAt, formats, compression }) => ({
      version,
      revision,
      createdAt,
      formats,
      compression,
      index: `${version}/index.json`,
    })),
  });
}
