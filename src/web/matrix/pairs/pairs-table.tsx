import { useMemo, useState } from 'preact/hooks';
import { recordAddress } from '../../address/address.ts';
import type { Measure } from '../../generated/graphql.ts';
import { count, locale } from '../../texts/intl.ts';
import { countInWords } from '../../words/lists.ts';
import { measureWords, shareInWords } from '../../words/measures.ts';
import type { OrderedMatrix } from '../ordered-matrix.ts';
import { type Party, reasonInWords } from '../pair.ts';
import { type Asked, comparisonAddress, type PairOrder } from '../question.ts';
import { sortedPairs } from './sorted-pairs.ts';
import './pairs-table.css';

const pageSize = 50;

const orderWords: Readonly<Record<PairOrder, string>> = {
  highest: 'most alike first',
  lowest: 'least alike first',
  'most-shared': 'most evidence first',
};

interface Props extends Asked {
  readonly matrix: OrderedMatrix;
  readonly measure: Measure;
}

/** The matrix as a table: a row for each pair, of all parties or of one. */
export function PairsTable({ matrix, measure, question, ask }: Props) {
  const { pairsOf, pairOrder } = question;
  const of = matrix.parties.some(({ key }) => key === pairsOf) ? pairsOf : null;
  const pairs = useMemo(() => sortedPairs(matrix, of, pairOrder), [matrix, of, pairOrder]);
  const [shown, show] = useState(pageSize);
  const names = useMemo(() => matrix.parties.toSorted((a, b) => a.name.localeCompare(b.name, locale)), [matrix]);
  return (
    <section class="pairs" aria-labelledby="pairs">
      <h2 id="pairs">Pair by pair</h2>
      <div class="pairs-choice">
        <label>
          Pairs of{' '}
          <select
            value={of ?? ''}
            onChange={({ currentTarget }) => ask({ pairsOf: currentTarget.value || null }, 'replace')}
          >
            <option value="">every party</option>
            {names.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Sorted{' '}
          <select
            value={pairOrder}
            onChange={({ currentTarget }) => ask({ pairOrder: currentTarget.value as PairOrder }, 'replace')} // its options are these
          >
            {Object.entries(orderWords).map(([order, words]) => (
              <option key={order} value={order}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="pairs-frame">
        <table>
          <caption>
            {countInWords(pairs.length, 'pair')}, {orderWords[pairOrder]}
          </caption>
          <thead>
            <tr>
              <th scope="col">Parties</th>
              <th scope="col" class="number">
                {measureWords[measure].name}
              </th>
              <th scope="col" class="number">
                Propositions
              </th>
              <th scope="col">
                <span class="unseen">Evidence</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {pairs.slice(0, shown).map((pair) => (
              <tr key={`${pair.one.key} ${pair.other.key}`}>
                <th scope="row">
                  <PartyLink party={pair.one} /> and <PartyLink party={pair.other} />
                </th>
                <td class="number">
                  {pair.value === null ? (
                    <span class="not-known" title={reasonInWords(pair, question.minimum)}>
                      unknown
                    </span>
                  ) : (
                    shareInWords(measure, pair.value)
                  )}
                </td>
                <td class="number">{count(pair.shared)}</td>
                <td>
                  <a href={comparisonAddress(question, [pair.one.key, pair.other.key])}>
                    Compare
                    <span class="unseen">
                      {' '}
                      {pair.one.name} and {pair.other.name}
                    </span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown < pairs.length && (
        <button type="button" onClick={() => show(shown + pageSize)}>
          Show {Math.min(pageSize, pairs.length - shown)} more of {count(pairs.length - shown)}
        </button>
      )}
    </section>
  );
}

const PartyLink = ({ party }: { readonly party: Party }) => (
  <a class="quiet-link" href={recordAddress('party', party.key)}>
    {party.name}
  </a>
);
