import { useState } from 'preact/hooks';
import { recordAddress } from '../address/address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Choice } from '../fields/choice.tsx';
import { useFirst } from '../frame/use-first.tsx';
import { PartyWordAndDeedDocument, type PartyWordAndDeedQuery, type WordDay } from '../generated/graphql.ts';
import { PositionMark } from '../marks/position-mark.tsx';
import { type Asked, givenOf } from '../record/question.ts';
import { deedTexts } from '../texts/en-deeds.ts';
import { votedTexts } from '../texts/en-votes.ts';
import { votedOf } from '../vote/voted.ts';
import { dateInWords } from '../words/dates.ts';
import { standingOf } from '../words/positions.ts';

interface Props extends Asked {
  readonly party: string;
  readonly name: string;
  readonly day: string;
}

const firstShown = 20;
const days = Object.entries(deedTexts.days);

/** What a party says on claims beside how it voted on texts that say the same; nothing where no vote of its is linked to a claim. */
export function WordAndDeed({ party, name, day, question, ask }: Props) {
  const [word, setWord] = useState<WordDay>('AS_OF');
  const scope = { asOf: day, asKnownAt: question.revision };
  const { data } = useAnswer(PartyWordAndDeedDocument, { key: party, scope, word });
  const found = data?.wordAndDeed ?? null;
  const [sums] = found?.parties ?? [];
  const { shown, rest } = useFirst(found?.rows.nodes ?? [], firstShown);
  if (found === null || sums === undefined || found.rows.totalCount === 0) return null;
  const { nodes, totalCount } = found.rows;
  return (
    <section aria-labelledby="deeds">
      <h2 id="deeds">{deedTexts.title}</h2>
      <p>{deedTexts.sum(name, sums)}</p>
      <p class="soft">{deedTexts.note}</p>
      <div class="ways">
        <Choice label={deedTexts.day} value={word} options={days} change={(day) => setWord(day as WordDay)} />
      </div>
      <div class="stance-table">
        <table>
          <caption class="unseen">{deedTexts.title}</caption>
          <thead>
            <tr>
              <th scope="col">{deedTexts.claim}</th>
              <th scope="col">{deedTexts.word}</th>
              <th scope="col">{deedTexts.vote}</th>
              <th scope="col">{deedTexts.together}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={`${row.claim.key} ${row.deed.symbol}`} row={row} question={question} ask={ask} />
            ))}
          </tbody>
        </table>
      </div>
      {rest}
      {totalCount > nodes.length && <p class="soft">{deedTexts.shown(nodes.length, totalCount)}</p>}
    </section>
  );
}

interface RowProps extends Asked {
  readonly row: NonNullable<PartyWordAndDeedQuery['wordAndDeed']>['rows']['nodes'][number];
}

function Row({ row, question, ask }: RowProps) {
  const { claim, date, deed, rollCall, word, vote, verdict, counted, notCountedReason } = row;
  const given = givenOf(question);
  const voted = votedOf(vote);
  const { stance } = word;
  const mark = <PositionMark standing={standingOf(word.state, word.position)} />;
  return (
    <tr class={counted ? undefined : 'soft'}>
      <th scope="row">
        <a href={recordAddress('proposition', claim.key, given)}>{claim.text}</a>
      </th>
      <td>
        {stance === null ? (
          mark
        ) : (
          <>
            <button
              type="button"
              class="mark-button"
              aria-haspopup="dialog"
              onClick={() => ask({ stance: stance.key })}
            >
              {mark}
            </button>{' '}
            <span class="when">{deedTexts.since(dateInWords(stance.heldFrom, stance.heldFromPrecision))}</span>
          </>
        )}
      </td>
      <td>
        {voted === null ? <PositionMark standing="UNKNOWN" /> : votedTexts[voted].word}
        {deed.sign < 0 && <span class="soft"> {deedTexts.notOf}</span>},{' '}
        <span title={deed.reason}>
          {rollCall === null ? (
            deed.symbol
          ) : (
            <a href={recordAddress('proposition', rollCall.key, given)}>{deed.symbol}</a>
          )}
        </span>
        , <time dateTime={date}>{dateInWords(date)}</time>
      </td>
      <td>
        <strong>{deedTexts.verdicts[verdict]}</strong>
        {notCountedReason !== null && notCountedReason !== 'SILENT' && (
          <span class="soft"> ({deedTexts.leftOut(notCountedReason)})</span>
        )}
      </td>
    </tr>
  );
}
