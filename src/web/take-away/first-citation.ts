import type { TakenCitationFragment } from '../generated/graphql.ts';
import type { CsvValue } from './csv.ts';

/** Names of the columns that say which document shows a stance. */
export const citationNames = ['document', 'document_title', 'locator', 'key_phrase', 'address'] as const;

/** What those columns hold of the first citation of a stance; nothing where there is none. */
export function citationValues(citations: readonly TakenCitationFragment[]): readonly CsvValue[] {
  const [first] = citations;
  if (first === undefined) return citationNames.map(() => null);
  const { document, locator, keyPhrase, address } = first;
  return [document.key, document.title, locator, keyPhrase, address];
}
