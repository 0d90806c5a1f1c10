import { recordAddress } from '../address/address.ts';
import { ScrolledFrame } from '../charts/scrolled-frame.tsx';
import { Mark } from '../party-map/mark.tsx';
import { groupColours } from '../party-map/marks.ts';
import { chartTexts } from '../texts/en-charts.ts';
import { groupsTexts } from '../texts/en-groups.ts';
import { count, list, percent } from '../texts/intl.ts';
import { dateInWords } from '../words/dates.ts';
import type { Given, Structure } from './group-cards.tsx';

const words = groupsTexts;
const mostNamed = 6;

/** The blocs of the day: how many of their members are in each group, the most in the darkest cell. */
export function BlocsTable({ structure, given }: { readonly structure: Structure; readonly given: Given }) {
  const { blocs, groups, blocDay } = structure;
  if (blocs.length === 0) return null;
  const groupOf = new Map(groups.flatMap(({ number, members }) => members.map(({ party }) => [party.key, number])));
  return (
    <section aria-labelledby="blocs">
      <h2 id="blocs">{words.blocs}</h2>
      <p class="soft">{words.blocsNote(dateInWords(blocDay))}</p>
      <ScrolledFrame class="blocs-frame" label={chartTexts.tableOf(words.blocs)}>
        <table class="blocs-table">
          <thead>
            <tr>
              <th scope="col">{words.bloc}</th>
              {groups.map(({ number }) => (
                <th key={number} scope="col">
                  <Mark colour={(number - 1) % groupColours.light.length} />
                  <span class="unseen">{words.group(number)}</span>
                  <span aria-hidden="true"> {count(number)}</span>
                </th>
              ))}
              <th scope="col" class="number">
                {words.likeness}
              </th>
              <th scope="col">{words.onlyBloc}</th>
            </tr>
          </thead>
          <tbody>
            {blocs.map(({ bloc, both, onlyBloc, jaccard, group }) => {
              const members = [...both, ...onlyBloc];
              return (
                <tr key={bloc.key}>
                  <th scope="row">
                    <a href={recordAddress('party', bloc.key, given)}>{bloc.name}</a>
                  </th>
                  {groups.map(({ number }) => {
                    const inGroup = members.filter(({ key }) => groupOf.get(key) === number).length;
                    return (
                      <td key={number} class="bloc-share" style={{ '--share': inGroup / Math.max(1, members.length) }}>
                        {inGroup === 0 ? '' : count(inGroup)}
                      </td>
                    );
                  })}
                  <td class="number">
                    {percent(jaccard)} <span class="soft">({count(group.number)})</span>
                  </td>
                  <td class="bloc-rest">
                    {list([
                      ...onlyBloc.slice(0, mostNamed).map(({ name }) => name),
                      ...(onlyBloc.length > mostNamed ? [chartTexts.others(onlyBloc.length - mostNamed)] : []),
                    ])}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrolledFrame>
    </section>
  );
}
