import { useMemo, useState } from 'preact/hooks';
import { recordAddress } from '../../address/address.ts';
import type { Measure } from '../../generated/graphql.ts';
import { matrixTexts } from '../../texts/en-matrix.ts';
import { count, locale } from '../../texts/intl.ts';
import { measureWords, shareInWords } from '../../words/measures.ts';
import type { OrderedMatrix } from '../ordered-matrix.ts';
import { type Party, reasonInWords } from '../pair.ts';
import { type Asked, comparisonAddress, type PairOrder } from '../question.ts';
import { sortedPairs } from './sorted-pairs.ts';
import './pairs-table.css';

const pageSize = 50;

const words = matrixTexts.pairs;

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
      <h2 id="pairs">{words.title}</h2>
      <div class="pairs-choice">
        <label>
          {words.of}{' '}
          <select
            value={of ?? ''}
            onChange={({ currentTarget }) => ask({ pairsOf: currentTarget.value || null }, 'replace')}
          >
            <option value="">{words.everyParty}</option>
            {names.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.sorted}{' '}
          <select
            value={pairOrder}
            onChange={({ currentTarget }) => ask({ pairOrder: currentTarget.value as PairOrder }, 'replace')} // its options are these
          >
            {Object.entries(words.orders).map(([order, named]) => (
              <option key={order} value={order}>
                {named}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="pairs-frame">
        <table>
          <caption>{words.caption(pairs.length, words.orders[pairOrder])}</caption>
          <thead>
            <tr>
              <th scope="col">{words.parties}</th>
              <th scope="col" class="number">
                {measureWords[measure].name}
              </th>
              <th scope="col" class="number">
                {words.propositions}
              </th>
              <th scope="col">
                <span class="unseen">{words.evidence}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {pairs.slice(0, shown).map((pair) => (
              <tr key={`${pair.one.key} ${pair.other.key}`}>
                <th scope="row">
                  <PartyLink party={pair.one} />
                  {matrixTexts.and}
                  <PartyLink party={pair.other} />
                </th>
                <td class="number">
                  {pair.value === null ? (
                    <span class="not-known" title={reasonInWords(pair, question.minimum)}>
                      {words.unknown}
                    </span>
                  ) : (
                    shareInWords(measure, pair.value)
                  )}
                </td>
                <td class="number">{count(pair.shared)}</td>
                <td>
                  <a href={comparisonAddress(question, [pair.one.key, pair.other.key])}>
                    {words.compare}
                    <span class="unseen"> {words.compareWhom(pair.one.name, pair.other.name)}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown < pairs.length && (
        <button type="button" onClick={() => show(shown + pageSize)}>
          {words.more(Math.min(pageSize, pairs.length - shown), pairs.length - shown)}
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
