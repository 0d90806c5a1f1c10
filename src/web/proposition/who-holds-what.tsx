import { recordAddress } from '../address/address.ts';
import { InParts } from '../frame/later.tsx';
import type { PropositionPageQuery } from '../generated/graphql.ts';
import { Age } from '../marks/age.tsx';
import { PositionMark } from '../marks/position-mark.tsx';
import { isInForce } from '../record/in-force.ts';
import { type Asked, givenOf } from '../record/question.ts';
import { issueTexts } from '../texts/en-issue.ts';
import { recordTexts } from '../texts/en-records.ts';
import { dateInWords } from '../words/dates.ts';
import { positions } from '../words/positions.ts';

const holdersAtOnce = 12;

interface Props extends Asked {
  readonly stances: NonNullable<PropositionPageQuery['proposition']>['stances']['nodes'];
  readonly day: string;
}

/** The parties' positions on the day, with their dates and documents; parties that are not listed are unknown. */
export function WhoHoldsWhat({ stances, day, question, ask }: Props) {
  const held = stances.filter((stance) => isInForce(stance, day));
  const given = givenOf(question);
  return (
    <section aria-labelledby="held">
      <h2 id="held">
        {issueTexts.whoHolds} <span class="count">{held.length}</span>
      </h2>
      {held.length === 0 && <p class="soft">{issueTexts.nobody}</p>}
      <div class="position-groups">
        {positions.map((position) => {
          const some = held.filter((stance) => stance.position === position);
          if (some.length === 0) return null;
          return (
            <div key={position}>
              <h3>
                <PositionMark standing={position} /> <span class="count">{some.length}</span>
              </h3>
              <ul class="held-by">
                <InParts items={some} size={holdersAtOnce}>
                  {({ key, party, heldFrom, heldFromPrecision, lastConfirmed, citations: [citation] }) => (
                    <li key={key}>
                      <a href={recordAddress('party', party.key, given)}>{party.name}</a>{' '}
                      <button type="button" class="since" aria-haspopup="dialog" onClick={() => ask({ stance: key })}>
                        {recordTexts.since(dateInWords(heldFrom, heldFromPrecision))}
                        <span class="unseen">{recordTexts.whatShowsOf(party.name)}</span>
                      </button>{' '}
                      <Age lastConfirmed={lastConfirmed} day={day} />
                      {citation !== undefined && (
                        <a class="soft source" href={recordAddress('document', citation.document.key, given)}>
                          {citation.document.title}
                          {citation.locator !== null && `, ${citation.locator}`}
                        </a>
                      )}
                    </li>
                  )}
                </InParts>
              </ul>
            </div>
          );
        })}
      </div>
      {held.length > 0 && <p class="soft">{issueTexts.othersUnknown}</p>}
    </section>
  );
}
