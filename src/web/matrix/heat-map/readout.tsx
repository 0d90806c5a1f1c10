import { recordAddress } from '../../address/address.ts';
import type { Measure } from '../../generated/graphql.ts';
import { matrixTexts } from '../../texts/en-matrix.ts';
import { measureWords, shareInWords } from '../../words/measures.ts';
import { type Pair, type Party, reasonInWords } from '../pair.ts';

const words = matrixTexts.map;

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
    return <p class="readout quiet">{words.how}</p>;
  }
  const { one, other, isItself, value, shared } = pair;
  if (isItself) {
    return (
      <p class="readout">
        <PartyLink party={one} /> {words.holds(shared)}
      </p>
    );
  }
  return (
    <p class="readout">
      <span>
        <PartyLink party={one} />
        {matrixTexts.and}
        <PartyLink party={other} />
      </span>
      {value === null ? (
        <span class="no-value">{words.noNumber(reasonInWords(pair, minimum))}</span>
      ) : (
        <span>
          <strong>{shareInWords(measure, value)}</strong> {words.byMeasure(measureWords[measure].name, shared)}
        </span>
      )}
      {href !== null && (
        <a class="button" href={href}>
          {words.compare}
        </a>
      )}
    </p>
  );
}
