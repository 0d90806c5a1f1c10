import { recordAddress } from '../../address/address.ts';
import { Later } from '../../frame/later.tsx';
import type { RowFragment } from '../../generated/graphql.ts';
import { VerdictMark } from '../../marks/verdict-mark.tsx';
import { texts } from '../../texts/texts.ts';
import { sinceInWords } from '../../words/dates.ts';
import { verdictWords } from '../../words/verdicts.ts';
import { Squares } from '../answer/squares.tsx';
import { countsIn, groupedRows, issueOf } from './grouped-rows.ts';
import { PositionCell } from './position-cell.tsx';
import type { Props } from './position-table.tsx';
import './cards.css';

/** So many rows of one verdict stand unfolded on a phone; those after them are folded. */
const mostUnfolded = 6;

/** A card per proposition, for narrow screens. What differs stands unfolded; where they agree is folded, issue by issue. */
export function PositionCards({ parties, rows, day, question, ask }: Props) {
  const groups = groupedRows(rows, question.issues);
  const cards = (some: readonly RowFragment[], hasIssue: boolean) => (
    <ul class="cards">
      {some.map((row) => (
        <Card key={row.proposition.key} {...{ row, parties, day, question, ask, hasIssue }} />
      ))}
    </ul>
  );
  return (
    <div class="position-cards">
      {groups.map(({ verdict, issue, rows: some }, index) => {
        const isFirst = groups[index - 1]?.verdict !== verdict;
        const name = isFirst && <h3 class="group-verdict">{verdictWords[verdict].word}</h3>;
        const key = `${verdict} ${issue?.key}`;
        const folded = issue === null ? some.slice(mostUnfolded) : some;
        return (
          <section key={key}>
            {name}
            {issue === null && cards(some.slice(0, mostUnfolded), true)}
            {folded.length > 0 && (
              <details open={groups.length === 1}>
                <summary>
                  <span class="group-issue">{issue?.name ?? texts.compare.others(folded.length)}</span>
                  <Squares counts={countsIn(folded)} />
                </summary>
                <Later>{() => cards(folded, issue === null)}</Later>
              </details>
            )}
          </section>
        );
      })}
    </div>
  );
}

interface CardProps extends Omit<Props, 'rows'> {
  readonly row: RowFragment;
  readonly hasIssue: boolean;
}

function Card({ row, parties, day, question, ask, hasIssue }: CardProps) {
  const { proposition, verdict, side, since, sinceIsFirstKnown, cells } = row;
  const given = { asOf: question.asOf, revision: question.revision };
  const issue = hasIssue ? issueOf(row, question.issues) : undefined;
  return (
    <li class="card">
      <p class="card-text">
        <a href={recordAddress('proposition', proposition.key, given)}>{proposition.text}</a>
      </p>
      <p class="card-verdict">
        <VerdictMark verdict={verdict} side={side} />
        {since !== null && <span class="since">{sinceInWords(since, sinceIsFirstKnown)}</span>}
        {issue !== undefined && <span class="since">{issue.name}</span>}
      </p>
      <dl>
        {cells.map((cell, column) => (
          <div key={parties[column]?.key} class="position-cell">
            <dt>
              <a href={recordAddress('party', parties[column]?.key ?? '', given)}>{parties[column]?.name}</a>
            </dt>
            <dd>
              <PositionCell
                party={parties[column]}
                proposition={proposition}
                cell={cell}
                day={day}
                question={question}
                ask={ask}
              />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
