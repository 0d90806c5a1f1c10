import { recordAddress } from '../../address/address.ts';
import type { Measure } from '../../generated/graphql.ts';
import { countInWords } from '../../words/lists.ts';
import { measureWords, shareInWords } from '../../words/measures.ts';
import { type Pair, type Party, reasonInWords } from '../pair.ts';

interface Props {
  /** The selected pair; null if there is none. */
  readonly pair: Pair | null;
  /** The comparison of the two. */
  readonly href: string | null;
  readonly measure: Measure;
  readonly minimum: number;
}

const PartyLink = ({ party }: { readonly party: Party }) => (
  <a class="party" href={recordAddress('party', party.key)}>
    {party.name}
  </a>
);

/** The values of the selected cell, with a link to its comparison. */
export function Readout({ pair, href, measure, minimum }: Props) {
  if (pair === null) {
    return (
      <p class="readout quiet">Point at a cell, tap it or move with the arrow keys to read it; follow it to compare.</p>
    );
  }
  const { one, other, isItself, value, shared } = pair;
  if (isItself) {
    return (
      <p class="readout">
        <PartyLink party={one} /> holds {countInWords(shared, 'position')} here.
      </p>
    );
  }
  return (
    <p class="readout">
      <span>
        <PartyLink party={one} /> and <PartyLink party={other} />
      </span>
      {value === null ? (
        <span class="no-value">No number. {reasonInWords(pair, minimum)}</span>
      ) : (
        <span>
          <strong>{shareInWords(measure, value)}</strong> {measureWords[measure].name.toLowerCase()} over{' '}
          {countInWords(shared, 'proposition')}
        </span>
      )}
      {href !== null && (
        <a class="button" href={href}>
          Compare them
        </a>
      )}
    </p>
  );
}
