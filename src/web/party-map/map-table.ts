import type { Table } from '../charts/table.ts';
import { partyMapTexts } from '../texts/en-party-map.ts';
import { decimal, list, locale } from '../texts/intl.ts';
import { nearestTo } from './label-order.ts';
import type { ColourOf, Period, Place } from './periods.ts';

interface Row extends Place {
  readonly key: string;
  readonly name: string;
  /** The letter of the group as the picture shows it; null where it is not known. */
  readonly group: string | null;
}

const words = partyMapTexts;
const { compare } = new Intl.Collator(locale);

/** The map of a year as a table, by name. */
export function mapTable(period: Period, nameOf: (key: string) => string, colourOf: ColourOf): Table<Row> {
  const rows = Array.from(period.places, ([key, place]): Row => {
    const colour = colourOf(period.label, key);
    return { key, name: nameOf(key), ...place, group: colour === null ? null : words.groupLetter(colour) };
  });
  const nearest = ({ key }: Row) => nearestTo(period, key, 3).map((one) => nameOf(one.key));
  return {
    rows: rows.sort((a, b) => compare(a.name, b.name)),
    columns: [
      { name: 'year', label: null, value: () => period.label },
      { name: 'party_key', label: null, value: ({ key }) => key },
      { name: 'party_name', label: words.party, value: ({ name }) => name },
      { name: 'group', label: words.group, value: ({ group }) => group },
      { name: 'axis_1', label: words.across, value: ({ x }) => x, shown: ({ x }) => decimal(x, 3), isNumber: true },
      { name: 'axis_2', label: words.up, value: ({ y }) => y, shown: ({ y }) => decimal(y, 3), isNumber: true },
      {
        name: 'nearest',
        label: words.nearest,
        value: (row) => nearest(row).join('; '),
        shown: (row) => list(nearest(row)),
      },
    ],
  };
}
