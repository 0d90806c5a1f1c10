import { BrokenFile, cleaned, createCsvReader, shown } from '../../read/csv-reader.ts';
import { textChunks } from '../../read/text-chunks.ts';
import type { TableFile, TableOptions } from '../bodies/read-table.ts';

/** What a conversation is about, and what identifies it. */
export interface Conversation {
  readonly topic: string;
  /** The last part of its address: `2demo` of `https://pol.is/2demo`. */
  readonly id: string;
  readonly address: string | null;
}

/** The only meaning of the numbers that exports have ever had; those since 2026 state it. */
const convention = ['agree=+1', 'disagree=-1', 'pass=0'];

/** Reads summary.csv, which has a key and a value in each row and no header. Null when it has problems. */
export async function readSummary({ path }: TableFile, { problems }: TableOptions): Promise<Conversation | null> {
  const said = new Map<string, string>();
  const before = problems.total;
  const reader = createCsvReader(([key = '', value = ''], line) => {
    said.set(key, value);
    if (key !== 'vote-convention' || convention.every((part) => value.split(';').includes(part))) return;
    problems.add({ at: `${path}:${line}`, found: shown(key, value), expected: convention.join(';') });
  });
  try {
    for await (const { bytes } of textChunks(path)) await reader.feed(bytes);
    await reader.end();
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    problems.add({ at: `${path}:${error.line}`, found: error.found, expected: error.expected });
    return null;
  }
  const url = said.get('url') ?? '';
  const id = /([\w-]+)\/?(?:[?#].*)?$/.exec(url)?.[1];
  if (id === undefined) {
    problems.add({ at: path, found: shown('url', url), expected: 'a row "url" with the address of the conversation' });
  }
  if (id === undefined || problems.total > before) return null;
  const isAddress = /^https?:\/\/[\x21-\x7e]+$/.test(url);
  return { topic: cleaned(said.get('topic') ?? '') ?? `Conversation ${id}`, id, address: isAddress ? url : null };
}
