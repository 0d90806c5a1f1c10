import { recordAddress } from '../address/address.ts';
import { ScrolledFrame } from '../charts/scrolled-frame.tsx';
import { chartTexts } from '../texts/en-charts.ts';
import { groupsTexts } from '../texts/en-groups.ts';
import { count, list, percent } from '../texts/intl.ts';
import type { Given, Structure } from './group-cards.tsx';

const words = groupsTexts;

/** Who stands between two groups, the widest margin first. */
export function BridgesTable({ bridges, given }: { readonly bridges: Structure['bridges']; readonly given: Given }) {
  const { nodes, totalCount } = bridges;
  if (nodes.length === 0) return null;
  return (
    <section aria-labelledby="bridges">
      <h2 id="bridges">{words.bridges}</h2>
      <p class="soft">{words.bridgesNote}</p>
      <ScrolledFrame class="blocs-frame" label={chartTexts.tableOf(words.bridges)}>
        <table class="blocs-table">
          <thead>
            <tr>
              <th scope="col">{words.party}</th>
              <th scope="col">{words.own}</th>
              <th scope="col">{words.between}</th>
              <th scope="col">{words.withEach}</th>
              <th scope="col">{words.eachOther}</th>
              <th scope="col" class="number">
                {words.margin}
              </th>
            </tr>
          </thead>
          <tbody>
            {nodes.map(({ party, own, first, second, withFirst, withSecond, between, margin }) => (
              <tr key={`${party.key} ${first.number} ${second.number}`}>
                <th scope="row">
                  <a href={recordAddress('party', party.key, given)}>{party.name}</a>
                </th>
                <td>{count(own.number)}</td>
                <td>{words.pair(first.number, second.number)}</td>
                <td>{list([percent(withFirst), percent(withSecond)])}</td>
                <td>{percent(between)}</td>
                <td class="number">{percent(margin)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrolledFrame>
      {totalCount > nodes.length && <p class="soft">{words.more(totalCount - nodes.length)}</p>}
    </section>
  );
}
