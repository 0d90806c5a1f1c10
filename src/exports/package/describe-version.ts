import { checksums } from './checksums.ts';
import { csvwFiles } from './csvw.ts';
import { dataPackage } from './data-package.ts';
import { readme } from './readme.ts';
import { json, type TextFile, type Version } from './version.ts';

/** All the files that describe a version, `index.json` the last: its being there says that the version is whole. */
export function describeVersion(version: Version): readonly TextFile[] {
  const index = { path: 'index.json', text: json(version.index) };
  const texts = [dataPackage(version), ...csvwFiles(version), readme(version)];
  return [...texts, checksums(version.index, [...texts, index]), index];
}
