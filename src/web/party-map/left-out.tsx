import { recordAddress } from '../address/address.ts';
import type { StructureLeftOutReason } from '../generated/graphql.ts';
import { chartTexts } from '../texts/en-charts.ts';

interface Props {
  readonly parties: readonly { readonly party: { readonly key: string }; readonly reason: StructureLeftOutReason }[];
  readonly nameOf: (key: string) => string;
}

/** Who is left out, by reason. Who holds no position at all is only counted. */
export function LeftOut({ parties, nameOf }: Props) {
  const silent = parties.filter(({ reason }) => reason === 'NO_POSITION').length;
  const rest = parties.filter(({ reason }) => reason !== 'NO_POSITION');
  if (parties.length === 0) return null;
  return (
    <details class="world-names">
      <summary>{chartTexts.leftOutTitle(parties.length)}</summary>
      {silent > 0 && <p class="soft">{chartTexts.leftOutSilent(silent)}</p>}
      <ul>
        {rest.map(({ party, reason }) => (
          <li key={party.key}>
            <a href={recordAddress('party', party.key)}>{nameOf(party.key)}</a>{' '}
            <span class="soft">{chartTexts.leftOut[reason]}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
