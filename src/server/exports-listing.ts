import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isVersionName } from '#exports/publish/version-name.ts';
import { html, textPage } from './page/text-page.ts';
import { publishedFile } from './published-file.ts';

/** Versions that a listing names, the newest; `versions.json` has all. */
const mostVersions = 1_000;

/** A file or folder as a listing names it. */
export interface Listed {
  readonly name: string;
  readonly kind: 'FILE' | 'FOLDER';
  /** Null for a folder. */
  readonly bytes: number | null;
}

/** What is in a folder of an export. */
export interface Listing {
  /** The path of its address. */
  readonly folder: string;
  /** The version that the folder is; null for another one. */
  readonly version: string | null;
  /** Versions the newest first, all else by name before them. */
  readonly entries: readonly Listed[];
  /** How many older versions are not named. */
  readonly omitted: number;
}

/** Whether a folder below `root` is that of an export: other folders there are not shown. */
export const isExport = async (root: string, name: string): Promise<boolean> =>
  (await lstat(join(root, name, 'versions.json')).catch(() => null))?.isFile() ?? false;

/** Lists a folder of an export. `path` is that of its address below `/exports/`, `folder` where it is, without links. */
export async function listFolder(root: string, path: string, folder: string): Promise<Listing> {
  const [name = '', ...rest] = path.split('/');
  const found = (await readdir(folder, { withFileTypes: true })).filter((entry) => !entry.name.startsWith('.'));
  const isVersion = (entry: { readonly name: string }) => isVersionName(entry.name);
  const versions = found.filter((entry) => entry.isDirectory() && isVersion(entry)).map((entry) => entry.name);
  const newestFirst = versions.sort().reverse();
  const others = await Promise.all(
    found
      .filter((entry) => !isVersion(entry))
      .map(async (entry): Promise<Listed | null> => {
        if (entry.isFile()) return file(entry.name, (await lstat(join(folder, entry.name))).size);
        if (entry.isDirectory()) return aFolder(entry.name);
        // A link is served only where it leads to a version.
        const isLatest = rest.join('') === '' && entry.name === 'latest';
        return isLatest && (await publishedFile(root, `${name}/latest`)) !== null ? aFolder(entry.name) : null;
      }),
  );
  return {
    folder: `/exports/${path}`,
    version: isVersion({ name: basename(folder) }) ? basename(folder) : null,
    entries: [
      ...others.filter((one) => one !== null).sort((a, b) => (a.name < b.name ? -1 : 1)),
      ...newestFirst.slice(0, mostVersions).map(aFolder),
    ],
    omitted: Math.max(0, versions.length - mostVersions),
  };
}

const file = (name: string, bytes: number): Listed => ({ name, kind: 'FILE', bytes });
const aFolder = (name: string): Listed => ({ name, kind: 'FOLDER', bytes: null });

/** A listing as a page, with links from its own address. */
export function listingPage({ folder, version, entries, omitted }: Listing): string {
  const rows = entries.map(({ name, kind, bytes }) => {
    const shown = kind === 'FOLDER' ? `${name}/` : name;
    const link = `./${encodeURIComponent(name)}${kind === 'FOLDER' ? '/' : ''}`;
    return `<tr><td><a href="${html(link)}">${html(shown)}</a></td><td>${bytes === null ? '' : bytes.toLocaleString('en-GB')}</td></tr>`;
  });
  return textPage(folder, [
    ...(version === null ? [] : [`<p>Version <code>${html(version)}</code>; README.md says what each file is.</p>`]),
    '<p><a href="../">Up</a></p>',
    `<table><thead><tr><td>Name</td><td>Bytes</td></tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
    ...(omitted === 0 ? [] : [`<p>${omitted} older versions are in <a href="./versions.json">versions.json</a>.</p>`]),
  ]);
}

/** An export as the list of all names it. */
export interface ListedExport {
  readonly name: string;
  readonly versions: string;
  readonly latest: string;
}

/** The list of exports as a page. */
export const exportsListPage = (exports: readonly ListedExport[]): string =>
  textPage('Exports', [
    exports.length === 0
      ? '<p>Nothing is published yet.</p>'
      : '<p>Each is published as versions that never change.</p>',
    `<ul>${exports.map(({ name }) => `<li><a href="./${html(name)}/">${html(name)}</a> · <a href="./${html(name)}/latest/">latest version</a></li>`).join('\n')}</ul>`,
  ]);
