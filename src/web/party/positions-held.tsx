import { recordAddress } from '../address/address.ts';
import type { StanceLineFragment } from '../generated/graphql.ts';
import { Age } from '../marks/age.tsx';
import { PositionMark } from '../marks/position-mark.tsx';
import { isInForce } from '../record/in-force.ts';
import { type Asked, givenOf } from '../record/question.ts';
import { partyTexts } from '../texts/en-party.ts';
import { recordTexts } from '../texts/en-records.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords } from '../words/dates.ts';

interface Props extends Asked {
  readonly stances: readonly StanceLineFragment[];
  readonly name: string;
  readonly day: string;
}

/** The positions of a party on the day, by issue. */
export function PositionsHeld({ stances, name, day, question, ask }: Props) {
  const held = stances.filter((stance) => isInForce(stance, day));
  const given = givenOf(question);
  const byIssue = Map.groupBy(held, ({ proposition }) => proposition.issues[0]?.key ?? '');
  return (
    <section aria-labelledby="held">
      <h2 id="held">
        {partyTexts.positions} <span class="count">{held.length}</span>
      </h2>
      {held.length === 0 && <p class="soft">{partyTexts.noPosition(name)}</p>}
      <div class="issue-groups">
        {[...byIssue].map(([key, some]) => (
          <div key={key}>
            <h3>
              {key === '' ? (
                partyTexts.withoutIssue
              ) : (
                <a href={recordAddress('issue', key, given)}>{some[0]?.proposition.issues[0]?.name}</a>
              )}
            </h3>
            <ul class="held">
              {some.map(({ key: stance, proposition, position, heldFrom, heldFromPrecision, lastConfirmed }) => (
                <li key={stance}>
                  <button type="button" class="mark-button" aria-haspopup="dialog" onClick={() => ask({ stance })}>
                    <PositionMark standing={position} />
                    <span class="unseen">{recordTexts.whatShowsOf(texts.quoted(proposition.text))}</span>
                  </button>
                  <span>
                    <a href={recordAddress('proposition', proposition.key, given)}>{proposition.text}</a>{' '}
                    <span class="soft">{recordTexts.since(dateInWords(heldFrom, heldFromPrecision))}</span>{' '}
                    <Age lastConfirmed={lastConfirmed} day={day} />
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
