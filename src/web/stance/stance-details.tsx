import { recordAddress } from '../address/address.ts';
import type { StanceQuery } from '../generated/graphql.ts';
import { PositionMark } from '../marks/position-mark.tsx';
import { texts } from '../texts/texts.ts';
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
      <h3>{texts.stance.evidence}</h3>
      {citations.length === 0 && <p class="soft">{texts.stance.noDocument}</p>}
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
        <dt>{texts.stance.heldSince}</dt>
        <dd>{dateInWords(heldFrom, heldFromPrecision)}</dd>
        {lastConfirmed !== heldFrom && (
          <>
            <dt>{texts.stance.lastConfirmed}</dt>
            <dd>{dateInWords(lastConfirmed)}</dd>
          </>
        )}
        {until !== null && (
          <>
            <dt>{heldUntil === null ? texts.stance.supersededOn : texts.stance.heldUntil}</dt>
            <dd>{dateInWords(until)}</dd>
          </>
        )}
        <dt>{texts.stance.basis}</dt>
        <dd>{basisWords[basis]}</dd>
        <dt>{texts.stance.confidence}</dt>
        <dd>{confidenceWords[confidence]}</dd>
        {verb !== null && (
          <>
            <dt>{texts.stance.verb}</dt>
            <dd>{verb}</dd>
          </>
        )}
        {changeKind !== null && (
          <>
            <dt>{texts.stance.change}</dt>
            <dd>{changeWords[changeKind]}</dd>
          </>
        )}
      </dl>
      <h3>{texts.stance.history}</h3>
      <StanceHistory stance={stance} revision={revision} show={show} />
    </>
  );
}
