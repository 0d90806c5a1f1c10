import type { Source } from '../source/source.ts';
import type { VersionIndex } from './version-index.ts';

/** The data from which the files that describe a version are generated. */
export interface Version {
  readonly source: Pick<Source, 'title' | 'description' | 'tables'>;
  readonly index: VersionIndex;
}

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
