import { texts } from '../texts/texts.ts';

/** The address of the view in lines of at most so many characters, broken where there is no space: a part of an address would lead nowhere. */
export function addressLines(longest: number): readonly string[] {
  const address = location.href;
  return Array.from({ length: Math.ceil(address.length / longest) }, (_, line) =>
    address.slice(line * longest, (line + 1) * longest),
  );
}

/** Where a picture comes from: the ledger and its revision, then the address. */
export const sourceLines = (revision: number, longest: number): readonly string[] => [
  texts.share.source(null, String(revision)),
  ...addressLines(longest),
];
