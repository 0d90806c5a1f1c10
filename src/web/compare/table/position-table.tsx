import { Fragment } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { recordAddress } from '../../address/address.ts';
import type { RowFragment } from '../../generated/graphql.ts';
import { VerdictMark } from '../../marks/verdict-mark.tsx';
import { sinceInWords } from '../../words/dates.ts';
import type { Asked } from '../ask.ts';
import type { Compared } from '../compared.ts';
import { PositionCell } from './position-cell.tsx';
import './table.css';

interface Props extends Asked {
  readonly parties: Compared['parties'];
  readonly rows: readonly RowFragment[];
  /** The day of the comparison. */
  readonly day: string;
}

const few = 4;
const many = 9;

/**
 * A row per proposition, a column per party. On a narrow screen each row is a card. Roles are explicit, because a browser drops the table's implicit
 * ones when its parts have another layout.
 */
export function PositionTable({ parties, rows, day, question, ask }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const isWide = useOverflow(frame);
  const given = { asOf: question.asOf, revision: question.revision };
  if (rows.length === 0) return null;
  return (
    <div ref={frame} class={isWide ? 'table-frame scrolls' : 'table-frame'}>
      <table
        role="table"
        class={`positions ${parties.length <= few ? 'few' : parties.length >= many ? 'many' : ''}`}
        aria-labelledby="positions"
      >
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Proposition
            </th>
            <th role="columnheader" scope="col">
              Verdict
            </th>
            {parties.map(({ key, name }) => (
              <th key={key} role="columnheader" scope="col">
                <a href={recordAddress('party', key, given)}>{name}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ proposition, verdict, side, since, sinceIsFirstKnown, cells }, index) => {
            const issue = issueOf(rows[index], question.issues);
            const isFirst = issue !== undefined && issue.key !== issueOf(rows[index - 1], question.issues)?.key;
            return (
              <Fragment key={proposition.key}>
                {isFirst && (
                  <tr role="row" class="issue-row">
                    <th role="rowheader" scope="row" colSpan={parties.length + 2}>
                      <a href={recordAddress('issue', issue.key, given)}>{issue.name}</a>
                    </th>
                  </tr>
                )}
                <tr role="row" class="proposition-row">
                  <th role="rowheader" scope="row">
                    <a href={recordAddress('proposition', proposition.key, given)}>{proposition.text}</a>
                  </th>
                  <td role="cell" class="verdict-cell">
                    <VerdictMark verdict={verdict} side={side} />
                    {since !== null && <span class="since">{sinceInWords(since, sinceIsFirstKnown)}</span>}
                  </td>
                  {cells.map((cell, column) => (
                    <PositionCell
                      key={parties[column]?.key}
                      party={parties[column]?.name ?? ''}
                      proposition={proposition.text}
                      cell={cell}
                      day={day}
                      look={(stance) => ask({ stance })}
                    />
                  ))}
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The issue under which a row is listed: the first of its issues in scope. */
const issueOf = (row: RowFragment | undefined, asked: readonly string[] | null) =>
  row?.proposition.issues.find(({ key }) => asked === null || asked.includes(key));

/** Whether an element's content is wider than the element. */
function useOverflow(frame: { readonly current: HTMLElement | null }): boolean {
  const [isWide, setWide] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current;
    const table = element?.firstElementChild;
    if (!element || !table) return;
    const look = () => setWide(table.getBoundingClientRect().width > element.clientWidth + 1);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    observer.observe(table);
    look();
    return () => observer.disconnect();
  });
  return isWide;
}
