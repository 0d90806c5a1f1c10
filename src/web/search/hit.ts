import { recordAddress } from '../address/address.ts';
import type { FoundHitFragment } from '../generated/graphql.ts';
import { kindTexts } from '../texts/en-search.ts';
import { dateInWords } from '../words/dates.ts';
import { inWords } from '../words/stances.ts';

/** Where a hit leads; a passage to the document that has it. */
export function addressOfHit({ kind, key, node }: FoundHitFragment): string {
  if (kind === 'PASSAGE') return recordAddress('document', node.__typename === 'Passage' ? node.document.key : key);
  const views = {
    PARTY: 'party',
    ISSUE: 'issue',
    CLAIM: 'proposition',
    ROLL_CALL: 'vote',
    DOCUMENT: 'document',
  } as const;
  return recordAddress(views[kind], key);
}

/** What a hit is, in a few words beside its title. */
export function detailOfHit({ kind, key, node }: FoundHitFragment): string {
  if (node.__typename === 'Party') return `${inWords(node.partyKind)}, ${key}`;
  if (node.__typename === 'Document') return `${kindTexts[kind].one}, ${dateInWords(node.date, node.precision)}`;
  if (node.__typename === 'Passage') return `${node.locator}, ${node.document.title}`;
  if (node.__typename === 'Proposition' && node.rollCall !== null) {
    const { tabledOn, tabledOnPrecision, symbol } = node.rollCall;
    return [kindTexts[kind].one, symbol, dateInWords(tabledOn, tabledOnPrecision)].filter(Boolean).join(', ');
  }
  return kindTexts[kind].one;
}
