import { texts } from '../texts/texts.ts';

/**
 * Where a picture comes from, in lines of at most so many characters: the ledger and its revision, then the whole address, broken where there is no
 * space. A part of an address would lead nowhere.
 */
export function sourceLines(revision: number | null, longest: number): readonly string[] {
  const source = revision === null ? 'Concord' : `Concord, ${texts.frame.revision(String(revision))}`;
  const address = location.href;
  const lines = Array.from({ length: Math.ceil(address.length / longest) }, (_, line) =>
    address.slice(line * longest, (line + 1) * longest),
  );
  return [source, ...lines];
}
