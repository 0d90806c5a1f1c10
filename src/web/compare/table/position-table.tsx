import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { recordAddress } from '../../address/address.ts';
import type { RowFragment } from '../../generated/graphql.ts';
import { VerdictMark } from '../../marks/verdict-mark.tsx';
import { texts } from '../../texts/texts.ts';
import { sinceInWords } from '../../words/dates.ts';
import { verdictWords } from '../../words/verdicts.ts';
import type { Compared } from '../compared.ts';
import { groupedRows, issueOf, type RowGroup } from './grouped-rows.ts';
import { PositionCell, type Props as PositionCellProps } from './position-cell.tsx';
import './table.css';

export interface Props extends Pick<PositionCellProps, 'question' | 'ask'> {
  readonly parties: Compared['parties'];
  readonly rows: readonly RowFragment[];
  /** The day of the comparison. */
  readonly day: string;
}

const few = 4;
const many = 9;

/** A row per proposition, a column per party, in groups: what differs first, then where they agree by issue. */
export function PositionTable({ parties, rows, day, question, ask }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const isWide = useOverflow(frame);
  const given = { asOf: question.asOf, revision: question.revision };
  const groups = groupedRows(rows, question.issues);
  return (
    <div ref={frame} class={isWide ? 'table-frame scrolls' : 'table-frame'}>
      <table
        class={`positions ${parties.length <= few ? 'few' : parties.length >= many ? 'many' : ''}`}
        aria-labelledby="positions"
      >
        <thead>
          <tr>
            <th scope="col">{texts.compare.proposition}</th>
            <th scope="col">{texts.compare.verdict}</th>
            {parties.map(({ key, name }) => (
              <th key={key} scope="col">
                <a href={recordAddress('party', key, given)}>{name}</a>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group, index) => (
          <tbody key={`${group.verdict} ${group.issue?.key}`}>
            <tr class={groups[index - 1]?.verdict === group.verdict ? 'issue-row next' : 'issue-row'}>
              <th scope="rowgroup" colSpan={parties.length + 2}>
                <GroupName group={group} isFirst={groups[index - 1]?.verdict !== group.verdict} given={given} />
              </th>
            </tr>
            {group.rows.map((row) => {
              const { proposition, verdict, side, since, sinceIsFirstKnown, cells } = row;
              const issue = group.issue === null ? issueOf(row, question.issues) : undefined;
              return (
                <tr key={proposition.key} class="proposition-row">
                  <th scope="row">
                    <a href={recordAddress('proposition', proposition.key, given)}>{proposition.text}</a>
                    {issue !== undefined && <span class="row-issue">{issue.name}</span>}
                  </th>
                  <td class="verdict-cell">
                    <VerdictMark verdict={verdict} side={side} />
                    {since !== null && <span class="since">{sinceInWords(since, sinceIsFirstKnown)}</span>}
                  </td>
                  {cells.map((cell, column) => (
                    <td key={parties[column]?.key} class="position-cell">
                      <PositionCell
                        party={parties[column]}
                        proposition={proposition}
                        cell={cell}
                        day={day}
                        question={question}
                        ask={ask}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface NameProps {
  readonly group: RowGroup;
  /** Whether it is the first group of its verdict. */
  readonly isFirst: boolean;
  readonly given: { readonly asOf: string | null; readonly revision: number | null };
}

/** The verdict of a group, where it begins, and its issue. */
function GroupName({ group: { verdict, issue }, isFirst, given }: NameProps) {
  return (
    <>
      {isFirst && <span class="group-verdict">{verdictWords[verdict].word}</span>}
      {issue !== null && (
        <a class="group-issue" href={recordAddress('issue', issue.key, given)}>
          {issue.name}
        </a>
      )}
    </>
  );
}

/** Whether an element's content is wider than the element. The observer looks before the first frame, and after whatever changes either. */
function useOverflow(frame: { readonly current: HTMLElement | null }): boolean {
  const [isWide, setWide] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current;
    const table = element?.firstElementChild;
    if (!element || !table) return;
    const observer = new ResizeObserver(() => setWide(table.getBoundingClientRect().width > element.clientWidth + 1));
    observer.observe(element);
    observer.observe(table);
    return () => observer.disconnect();
  }, []);
  return isWide;
}
