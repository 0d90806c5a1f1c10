import { Component } from 'preact';
import { recordAddress } from '../address/address.ts';
import { mapsTexts } from '../texts/en-maps.ts';
import { decimal, locale } from '../texts/intl.ts';
import { nearestTo } from './label-order.ts';
import type { Period } from './periods.ts';

interface Props {
  readonly period: Period;
  readonly nameOf: (key: string) => string;
  /** The number of a party's group from 1, as the picture shows it; null where it is not known. */
  readonly groupOf: (key: string) => number | null;
}

const { compare } = new Intl.Collator(locale);

/** The map of a year as a table. Rendered again only when another year is asked for, not while the years play. */
export class MapTable extends Component<Props> {
  override shouldComponentUpdate({ period, groupOf, nameOf }: Props): boolean {
    return period !== this.props.period || groupOf !== this.props.groupOf || nameOf !== this.props.nameOf;
  }

  override render({ period, nameOf, groupOf }: Props) {
    const words = mapsTexts.map;
    const rows = Array.from(period.places, ([key, place]) => ({ key, name: nameOf(key), ...place }));
    return (
      <details class="map-table">
        <summary>{words.table(period.label)}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
        <section class="map-table-frame" tabIndex={0} aria-label={words.table(period.label)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.party}</th>
                <th scope="col" class="number">
                  {words.group}
                </th>
                <th scope="col" class="number">
                  {words.across}
                </th>
                <th scope="col" class="number">
                  {words.up}
                </th>
                <th scope="col">{words.nearest}</th>
              </tr>
            </thead>
            <tbody>
              {rows
                .sort((a, b) => compare(a.name, b.name))
                .map(({ key, name, x, y }) => (
                  <tr key={key}>
                    <th scope="row">
                      <a href={recordAddress('party', key)}>{name}</a>
                    </th>
                    <td class="number">{groupOf(key) ?? '–'}</td>
                    <td class="number">{decimal(x, 3)}</td>
                    <td class="number">{decimal(y, 3)}</td>
                    <td>
                      {nearestTo(period, key, 3)
                        .map((one) => nameOf(one.key))
                        .join(', ')}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      </details>
    );
  }
}
