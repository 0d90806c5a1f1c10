import { recordAddress } from '../address/address.ts';
import type { MembershipLineFragment } from '../generated/graphql.ts';
import { givenOf, type Question } from '../record/question.ts';
import { partyTexts } from '../texts/en-party.ts';
import { dateInWords } from '../words/dates.ts';

interface Props {
  readonly title: string;
  /** Which end of a membership is listed. */
  readonly end: 'bloc' | 'member';
  readonly memberships: readonly MembershipLineFragment[];
  readonly day: string;
  readonly question: Question;
}

/** The members of a bloc, or the blocs of a party: on the day, and at other times. */
export function MembershipList({ title, end, memberships, day, question }: Props) {
  const isNow = ({ from, until }: MembershipLineFragment) => from <= day && (until === null || day < until);
  const now = memberships.filter(isNow);
  const otherwise = memberships.filter((one) => !isNow(one));
  const list = (some: readonly MembershipLineFragment[]) => (
    <ul class="memberships">
      {some.map((membership) => {
        const { from, until, precision, role, status, note } = membership;
        const party = membership[end];
        const doubts = [
          ...(role === 'PARTICIPANT' ? [partyTexts.participant] : []),
          ...(status === 'UNCLEAR' ? [partyTexts.unclear] : []),
        ];
        return (
          <li key={`${party.key} ${from}`}>
            <a href={recordAddress('party', party.key, givenOf(question))}>{party.name}</a>
            <span class="soft">
              {partyTexts.member(
                dateInWords(from, precision),
                until === null ? null : dateInWords(until, precision),
                doubts,
                note,
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
  return (
    <section aria-labelledby={end}>
      <h2 id={end}>
        {title} <span class="count">{now.length}</span>
      </h2>
      {now.length === 0 ? <p class="soft">{partyTexts.noneThen}</p> : list(now)}
      {otherwise.length > 0 && (
        <details>
          <summary>{partyTexts.otherTimes(otherwise.length)}</summary>
          {list(otherwise)}
        </details>
      )}
    </section>
  );
}
