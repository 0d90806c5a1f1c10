/** What a stance's key says: its party, its proposition, and the day from which it is held. */
export interface StanceKey {
  readonly party: string;
  readonly proposition: string;
  readonly heldFrom: string;
}

/** `cn--tw-inalienable--1949-10-01`: the party's key is in lower case, which no two parties share. */
export const formatStanceKey = ({ party, proposition, heldFrom }: StanceKey): string =>
  `${party.toLowerCase()}--${proposition}--${heldFrom}`;

const form = /^([a-z0-9]+(?:-[a-z0-9]+)*)--([a-z0-9]+(?:-[a-z0-9]+)*)--(\d{4}-\d{2}-\d{2})$/;

/** The parts of a key, the party's in lower case; null when it does not have the form of one. */
export function parseStanceKey(key: string): StanceKey | null {
  const [, party, proposition, heldFrom] = form.exec(key) ?? [];
  return party && proposition && heldFrom ? { party, proposition, heldFrom } : null;
}
