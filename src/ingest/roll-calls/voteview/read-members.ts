import { type FoundMembership, type FoundParty, Numbered } from '../parliaments/found.ts';
import { readWhole, type TableFile, type TableOptions } from '../parliaments/read-table.ts';
import { recordKey } from '../parliaments/record-key.ts';
import { cleaned, shown } from '../read/csv-reader.ts';
import { memberColumns, partyColumns } from './columns.ts';
import { chambers, firstDay, isChamber, numberIn } from './congress.ts';

/** Names of parties for which the files have no table of parties. */
const wellKnown: ReadonlyMap<number, string> = new Map([
  [100, 'Democratic Party'],
  [200, 'Republican Party'],
  [328, 'Independent'],
]);

export interface Members {
  readonly parties: Numbered<FoundParty>;
  readonly memberships: readonly FoundMembership[];
  /** Who sat where: `117 House 20301`. */
  readonly seats: ReadonlySet<string>;
  /** Identifiers of presidents, by Congress: `117 99913`. */
  readonly presidents: ReadonlySet<string>;
}

/** Reads who sat in which chamber of which Congress, for which party. */
export async function readMembers(
  source: string,
  files: { readonly members: readonly TableFile[]; readonly parties: readonly TableFile[] },
  options: TableOptions,
): Promise<Members> {
  const { problems } = options;
  const names = new Map(wellKnown);
  for (const file of files.parties) {
    const take = (record: Parameters<Parameters<typeof readWhole<'party_code' | 'party_name'>>[2]>[0]) => {
      const code = numberIn(record, 'party_code', 4, problems);
      const name = cleaned(record.field('party_name'));
      if (code !== null && name !== null) names.set(code, name);
    };
    await readWhole(file, partyColumns, take, options);
  }
  const people = new Map<string, Person>();
  const groups = new Map<number, string>();
  const seats = new Set<string>();
  const presidents = new Set<string>();
  for (const file of files.members) {
    await readWhole(
      file,
      memberColumns,
      (record) => {
        const { place } = record;
        const congress = numberIn(record, 'congress', 3, problems);
        const icpsr = numberIn(record, 'icpsr', 5, problems);
        const party = numberIn(record, 'party_code', 4, problems);
        const name = cleaned(record.field('bioname'));
        const chamber = record.field('chamber');
        if (name === null) problems.add({ at: place, found: shown('bioname', ''), expected: 'a name' });
        if (congress === null || icpsr === null || party === null || name === null) return;
        if (chamber === 'President') presidents.add(`${congress} ${icpsr}`);
        else if (!isChamber(chamber)) {
          const expected = `one of ${[...Object.keys(chambers), 'President'].join(', ')}`;
          problems.add({ at: place, found: shown('chamber', chamber), expected });
        } else {
          const seat = `${congress} ${chamber} ${icpsr}`;
          if (seats.has(seat))
            problems.add({
              at: place,
              found: `${icpsr} in the ${chamber} of Congress ${congress} again`,
              expected: 'one record',
            });
          seats.add(seat);
          if (!groups.has(party)) groups.set(party, place);
          const person = people.get(String(icpsr)) ?? {
            latest: 0,
            name,
            state: null,
            bioguide: null,
            place,
            parties: new Map(),
          };
          people.set(String(icpsr), person);
          if (congress >= person.latest) {
            Object.assign(person, { latest: congress, name, place });
            person.state = cleaned(record.field('state_abbrev'));
            person.bioguide = cleaned(record.field('bioguide_id'));
          }
          const inParty = person.parties.get(party) ?? new Map<number, string>();
          person.parties.set(party, inParty.set(congress, place));
        }
      },
      options,
    );
  }
  const parties = new Numbered<FoundParty>('member', problems);
  for (const [icpsr, person] of people) parties.add(icpsr, rowOfPerson(source, icpsr, person), person.place);
  for (const [code, place] of groups) {
    const name = names.get(code) ?? `Party ${code} of Voteview`;
    const key = groupKey(source, code);
    parties.add(`party ${code}`, { key, kind: 'GROUP', name, aliases: [], note: null, addresses: [], place }, place);
  }
  const memberships = [...people].flatMap(([icpsr, { parties: inParties }]) =>
    [...inParties].flatMap(([code, congresses]) =>
      termsOf(congresses).map((term) => ({ group: groupKey(source, code), member: recordKey(source, icpsr), ...term })),
    ),
  );
  return { parties, memberships, seats, presidents };
}

const groupKey = (source: string, code: number) => recordKey(source, 'party', String(code));

interface Person {
  latest: number;
  name: string;
  state: string | null;
  bioguide: string | null;
  place: string;
  /** The Congresses for which the person sat, by party, with the places that say so. */
  readonly parties: Map<number, Map<number, string>>;
}

function rowOfPerson(source: string, icpsr: string, { name, state, bioguide, place }: Person): FoundParty {
  return {
    key: recordKey(source, icpsr),
    kind: 'PERSON',
    name,
    aliases: bioguide === null ? [] : [bioguide],
    note: state === null ? null : `Sat for ${state}.`,
    addresses: [`https://voteview.com/person/${icpsr}`],
    place,
  };
}

/** Congresses in a row are one membership. The files do not say on which day of a Congress somebody came or went. */
function termsOf(congresses: ReadonlyMap<number, string>): Omit<FoundMembership, 'group' | 'member'>[] {
  const numbers = [...congresses.keys()].sort((a, b) => a - b);
  const starts = numbers.filter((congress) => !congresses.has(congress - 1));
  return starts.map((start) => {
    let end = start;
    while (congresses.has(end)) end += 1;
    return {
      from: firstDay(start),
      until: firstDay(end),
      precision: 'APPROXIMATE' as const,
      place: congresses.get(start) ?? '',
    };
  });
}
