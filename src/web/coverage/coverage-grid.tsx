import { recordAddress, writeAddress } from '../address/address.ts';
import { ScrolledFrame } from '../charts/scrolled-frame.tsx';
import { useFirst } from '../frame/use-first.tsx';
import { scopeParameters } from '../scope/asked-scope.ts';
import { coverageTexts } from '../texts/en-coverage.ts';
import { count } from '../texts/intl.ts';
import { dateInShort } from '../words/dates.ts';
import type { Cell, Grid, Row } from './coverage-rows.ts';
import type { Question } from './question.ts';

interface Props extends Grid {
  readonly question: Question;
}

const words = coverageTexts;
const firstShown = 60;

/** A row for each party, a column for each issue: on how many propositions its position is known, the more the darker; hatched where on none. */
export function CoverageGrid({ columns, rows, question }: Props) {
  const { shown, rest } = useFirst(rows, firstShown);
  const given = { asOf: question.asOf, revision: question.revision };
  return (
    <>
      <ScrolledFrame class="coverage-frame" label={words.caption}>
        <table class="coverage">
          <caption class="unseen">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.party}</th>
              {columns.map(({ key, name, propositions }) => (
                <th key={key ?? ''} scope="col">
                  {key === null ? name : <a href={recordAddress('issue', key, given)}>{name}</a>}
                  <span class="of">{words.of(propositions)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <a href={writeAddress('/compare', { parties: [row.key], ...scopeParameters(question) })}>
                    {row.name}
                  </a>
                </th>
                {row.cells.map((cell) => (
                  <CellShown key={cell.issue?.key ?? ''} row={row} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrolledFrame>
      {rest}
    </>
  );
}

function CellShown({ row, cell }: { readonly row: Row; readonly cell: Cell }) {
  const { issue, held, absent, unknown, propositions, latest } = cell;
  const title = words.cell(row.name, issue?.name ?? words.noIssue, { held, absent, unknown, propositions });
  return (
    <td
      class={held === 0 ? 'hatched' : 'known'}
      style={{ '--share': held / Math.max(1, propositions) }}
      title={latest === null ? title : `${title} ${words.latest(dateInShort(latest))}`}
    >
      {held === 0 ? <span class="unseen">0</span> : count(held)}
    </td>
  );
}
