import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentType, immutable, shortLived } from '../file-headers.ts';
import { json } from '../package/version.ts';
import { filesOf, parseVersionIndex, type VersionIndex } from '../package/version-index.ts';
import { versionList } from '../package/version-list.ts';
import { isVersionName } from '../publish/version-name.ts';
import { type BucketOptions, openBucket } from './bucket.ts';
import type { Destination } from './destination.ts';
import { orRefused } from './refused.ts';

const wholeMark = 'index.json';
const changing = { ContentType: 'application/json', CacheControl: shortLived };

/**
 * A bucket, or a prefix in one. A version is built and checked on this machine and is complete once its `index.json` exists, which is uploaded
 * last; `latest.json` names the newest.
 * @throws ExportError `DESTINATION_REFUSED`
 */
export async function openBucketDestination(
  options: BucketOptions & { readonly prefix: string },
): Promise<Destination> {
  const bucket = await openBucket(options);
  const identity = `bucket ${options.endpoint ?? 'aws'} ${options.bucket} ${options.prefix}`;
  const base = (exportName: string) => `${options.prefix}${exportName}/`;
  // Specific to this destination and export, so that the leftovers of killed runs can be recognised.
  const draftPrefix = (exportName: string) =>
    `concord-export-${createHash('sha256').update(`${identity}\n${exportName}`).digest('hex').slice(0, 16)}-`;

  /** Keys of each version, complete or not. */
  const keysByVersion = async (exportName: string): Promise<Map<string, string[]>> => {
    const prefix = base(exportName);
    const keys = await bucket.list(prefix);
    const grouped = Map.groupBy(keys, (key) => key.slice(prefix.length).split('/')[0] ?? '');
    return new Map([...grouped].filter(([version]) => isVersionName(version)));
  };
  const isWhole = (exportName: string, version: string, keys: readonly string[]) =>
    keys.includes(`${base(exportName)}${version}/${wholeMark}`);

  const versions = async (exportName: string): Promise<VersionIndex[]> => {
    const found: VersionIndex[] = [];
    for (const [version, keys] of await keysByVersion(exportName)) {
      if (!isWhole(exportName, version, keys)) continue;
      const index = parseVersionIndex((await bucket.read(`${base(exportName)}${version}/${wholeMark}`)) ?? '');
      // Two processes that both take the lock for theirs could leave an index whose files the other removed.
      if (index !== null && filesOf(index).every((path) => keys.includes(`${base(exportName)}${version}/${path}`)))
        found.push(index);
    }
    return found.sort((a, b) => (a.version < b.version ? -1 : 1));
  };

  /** Updates `versions.json` and `latest.json` to the existing versions. */
  const tell = async (exportName: string): Promise<void> => {
    const all = await versions(exportName);
    const latest = all.at(-1);
    if (latest === undefined) return;
    const write = async (name: string, text: string) => {
      const key = `${base(exportName)}${name}`;
      if ((await bucket.read(key)) !== text) await bucket.write(key, text, changing);
    };
    await write('versions.json', versionList(exportName, all));
    const { version, revision, createdAt } = latest;
    await write(
      'latest.json',
      json({ name: exportName, version, revision, createdAt, index: `${version}/${wholeMark}` }),
    );
  };

  return {
    label: options.name,
    identity,
    settle: async (exportName) => {
      for (const entry of await readdir(tmpdir())) {
        if (entry.startsWith(draftPrefix(exportName)))
          await rm(join(tmpdir(), entry), { recursive: true, force: true });
      }
      for (const [version, keys] of await keysByVersion(exportName)) {
        if (!isWhole(exportName, version, keys)) await bucket.remove(keys);
      }
      await tell(exportName);
    },
    versions,
    begin: (exportName) => orRefused(tmpdir(), () => mkdtemp(join(tmpdir(), draftPrefix(exportName)))),
    publish: async (exportName, version, folder, confirm) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const paths = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
      const last = (path: string) => Number(path === wholeMark);
      for (const path of paths.sort((a, b) => last(a) - last(b))) {
        if (path === wholeMark) await confirm();
        const headers = { ContentType: contentType(path), CacheControl: immutable };
        await bucket.upload(`${base(exportName)}${version}/${path}`, join(folder, path), headers);
      }
      await tell(exportName);
      await rm(folder, { recursive: true });
    },
    discard: (folder) => rm(folder, { recursive: true, force: true }),
    remove: async (exportName, version) => {
      const keys = (await keysByVersion(exportName)).get(version) ?? [];
      // Without its `index.json` it is no longer a version, whatever happens to the rest.
      await bucket.remove(keys.filter((key) => key.endsWith(`/${version}/${wholeMark}`)));
      await tell(exportName);
      await bucket.remove(keys);
    },
  };
}
