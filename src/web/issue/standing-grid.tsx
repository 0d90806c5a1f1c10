import { recordAddress } from '../address/address.ts';
import { InParts } from '../frame/later.tsx';
import type { IssuePageQuery } from '../generated/graphql.ts';
import { recordTexts } from '../texts/en-records.ts';
import { locale } from '../texts/intl.ts';
import { positions, type Standing, standingWords } from '../words/positions.ts';
import './standing-grid.css';

type PropositionShown = NonNullable<IssuePageQuery['issue']>['propositions']['nodes'][number];

interface Props {
  readonly propositions: readonly PropositionShown[];
  readonly given: { readonly asOf: string | null; readonly revision: number | null };
}

const mostColumns = 16;
const mostRows = 24;
const rowsAtOnce = 8;

/** Every party with a position on a claim of the issue, and what it holds on each: one sign for each cell. Nothing for an issue of votes alone. */
export function StandingGrid({ propositions, given }: Props) {
  const columns = propositions
    .filter(({ kind, stances }) => kind === 'CLAIM' && stances.nodes.length > 0)
    .slice(0, mostColumns);
  const rows = rowsOf(columns);
  if (rows.length < 2) return null;
  const shown = rows.slice(0, mostRows);
  return (
    <section aria-labelledby="glance">
      <h2 id="glance">{recordTexts.glance}</h2>
      <p class="soft">{recordTexts.glanceNote}</p>
      <ol class="grid-propositions">
        {columns.map(({ key, text }) => (
          <li key={key}>
            <a href={recordAddress('proposition', key, given)}>{text}</a>
          </li>
        ))}
      </ol>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section class="standing-grid" tabIndex={0} aria-label={recordTexts.grid}>
        <table>
          <thead>
            <tr>
              <th scope="col">{recordTexts.party}</th>
              {columns.map(({ key, text }, index) => (
                <th key={key} scope="col" title={text}>
                  <span aria-hidden="true">{index + 1}</span>
                  <span class="unseen">{text}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <InParts items={shown} size={rowsAtOnce}>
              {({ key, name, held }) => (
                <tr key={key}>
                  <th scope="row">
                    <a href={recordAddress('party', key, given)}>{name}</a>
                  </th>
                  {columns.map((column) => (
                    <Cell key={column.key} standing={held.get(column.key) ?? 'UNKNOWN'} />
                  ))}
                </tr>
              )}
            </InParts>
          </tbody>
        </table>
      </section>
      {rows.length > shown.length && <p class="soft">{recordTexts.others(rows.length - shown.length)}</p>}
      <ul class="grid-legend" aria-hidden="true">
        {positions.map((position) => (
          <li key={position}>
            <span class={`position ${position.toLowerCase().replace('_', '-')}`}>{standingWords[position].sign}</span>{' '}
            {standingWords[position].verb}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cell({ standing }: { readonly standing: Standing }) {
  const { sign, verb } = standingWords[standing];
  return (
    <td>
      <span class={`position ${standing.toLowerCase().replace('_', '-')}`} title={verb}>
        <span aria-hidden="true">{standing === 'UNKNOWN' ? '' : sign}</span>
        <span class="unseen">{verb}</span>
      </span>
    </td>
  );
}

interface Row {
  readonly key: string;
  readonly name: string;
  /** By key of the proposition. */
  readonly held: Map<string, Standing>;
}

const collator = new Intl.Collator(locale);

/** The parties, those with most positions first, then by name. */
function rowsOf(columns: readonly PropositionShown[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { key, stances } of columns) {
    for (const { party, position } of stances.nodes) {
      const row = rows.get(party.key) ?? { ...party, held: new Map<string, Standing>() };
      rows.set(party.key, row);
      row.held.set(key, position);
    }
  }
  return [...rows.values()].sort((a, b) => b.held.size - a.held.size || collator.compare(a.name, b.name));
}
