import { recordAddress } from '../address/address.ts';
import type { StanceQuery } from '../generated/graphql.ts';
import { PositionMark } from '../marks/position-mark.tsx';
import { dateInWords } from '../words/dates.ts';
import { basisWords, changeWords, confidenceWords } from '../words/stances.ts';
import { CitationItem } from './citation-item.tsx';
import { StanceHistory } from './stance-history.tsx';

interface Props {
  readonly stance: NonNullable<StanceQuery['stance']>;
  readonly revision: number | null;
  readonly show: (stance: string) => void;
}

/** All data of a stance. */
export function StanceDetails({ stance, revision, show }: Props) {
  const { party, proposition, position, heldFrom, heldFromPrecision, lastConfirmed, inForceUntil, heldUntil } = stance;
  const { basis, confidence, verb, changeKind, rationale, citations } = stance;
  const given = { revision };
  const until = heldUntil ?? inForceUntil;
  return (
    <>
      <p class="stance-party">
        <a href={recordAddress('party', party.key, given)}>{party.name}</a> <PositionMark standing={position} />
      </p>
      <h2 id="stance">
        <a href={recordAddress('proposition', proposition.key, given)}>{proposition.text}</a>
      </h2>
      {rationale !== null && <p class="rationale">{rationale}</p>}
      <h3>What shows it</h3>
      {citations.length === 0 && <p class="soft">No document is cited; see the basis.</p>}
      <ul class="citations">
        {citations.map((citation) => (
          <CitationItem
            key={`${citation.document.key} ${citation.locator}`}
            citation={citation}
            isVote={proposition.kind === 'ROLL_CALL'}
            revision={revision}
          />
        ))}
      </ul>
      <dl class="facts">
        <dt>Held since</dt>
        <dd>{dateInWords(heldFrom, heldFromPrecision)}</dd>
        {lastConfirmed !== heldFrom && (
          <>
            <dt>Last confirmed</dt>
            <dd>{dateInWords(lastConfirmed)}</dd>
          </>
        )}
        {until !== null && (
          <>
            <dt>{heldUntil === null ? 'Superseded on' : 'Held until'}</dt>
            <dd>{dateInWords(until)}</dd>
          </>
        )}
        <dt>Basis</dt>
        <dd>{basisWords[basis]}</dd>
        <dt>Confidence</dt>
        <dd>{confidenceWords[confidence]}</dd>
        {verb !== null && (
          <>
            <dt>In its words</dt>
            <dd>{verb}</dd>
          </>
        )}
        {changeKind !== null && (
          <>
            <dt>Against before</dt>
            <dd>{changeWords[changeKind]}</dd>
          </>
        )}
      </dl>
      <h3>History</h3>
      <StanceHistory stance={stance} revision={revision} show={show} />
    </>
  );
}
