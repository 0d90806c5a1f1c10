import { type FoundMembership, type FoundParty, Numbered } from '../bodies/found.ts';
import { recordKey } from '../bodies/record-key.ts';
import type { ProblemList } from '../outcome.ts';
import { type Chamber, firstDay } from './congress.ts';

/** A record of the table of members: somebody who sat in a chamber of a Congress. */
export interface Seat {
  readonly congress: number;
  readonly chamber: Chamber;
  readonly icpsr: number;
  readonly party: number;
  readonly name: string;
  /** Null where it is not known. */
  readonly state: string | null;
  readonly bioguide: string | null;
  readonly place: string;
}

/** A person, as the latest Congress describes them. */
interface Person {
  latest: Seat;
  /** The Congresses for which the person sat, by party, with the places that say so. */
  readonly parties: Map<number, Map<number, string>>;
}

/** Who sat where, for which party. */
export class Roster {
  readonly #people = new Map<number, Person>();
  readonly #groups = new Map<number, string>();
  readonly #seats = new Set<string>();
  readonly #presidents = new Set<string>();
  readonly #problems: ProblemList;

  constructor(problems: ProblemList) {
    this.#problems = problems;
  }

  seat(seat: Seat): void {
    const { congress, chamber, icpsr, party, place } = seat;
    if (this.isMember(congress, chamber, icpsr)) {
      const found = `${icpsr} in the ${chamber} of Congress ${congress} again`;
      this.#problems.add({ at: place, found, expected: 'one record' });
    }
    this.#seats.add(`${congress} ${chamber} ${icpsr}`);
    if (!this.#groups.has(party)) this.#groups.set(party, place);
    const person = this.#people.get(icpsr) ?? { latest: seat, parties: new Map<number, Map<number, string>>() };
    this.#people.set(icpsr, person);
    if (congress >= person.latest.congress) person.latest = seat;
    person.parties.set(party, (person.parties.get(party) ?? new Map<number, string>()).set(congress, place));
  }

  president(congress: number, icpsr: number): void {
    this.#presidents.add(`${congress} ${icpsr}`);
  }

  isMember(congress: number | string, chamber: string, icpsr: number): boolean {
    return this.#seats.has(`${congress} ${chamber} ${icpsr}`);
  }

  isPresident(congress: number | string, icpsr: number): boolean {
    return this.#presidents.has(`${congress} ${icpsr}`);
  }

  /** Members by their `icpsr`, and their parties. */
  parties(source: string, names: ReadonlyMap<number, string>): Numbered<FoundParty> {
    const parties = new Numbered<FoundParty>('member', this.#problems);
    for (const [icpsr, { latest }] of this.#people) parties.add(String(icpsr), personOf(source, latest), latest.place);
    for (const [code, place] of this.#groups) {
      const name = names.get(code) ?? `Party ${code} of Voteview`;
      const key = groupKey(source, code);
      parties.add(`party ${code}`, { key, kind: 'GROUP', name, aliases: [], note: null, addresses: [], place }, place);
    }
    return parties;
  }

  memberships(source: string): FoundMembership[] {
    return [...this.#people].flatMap(([icpsr, { parties }]) =>
      [...parties].flatMap(([code, congresses]) =>
        termsOf(congresses).map((term) => ({
          group: groupKey(source, code),
          member: recordKey(source, String(icpsr)),
          ...term,
        })),
      ),
    );
  }
}

const groupKey = (source: string, code: number) => recordKey(source, 'party', String(code));

const personOf = (source: string, { icpsr, name, state, bioguide, place }: Seat): FoundParty => ({
  key: recordKey(source, String(icpsr)),
  kind: 'PERSON',
  name,
  aliases: bioguide === null ? [] : [bioguide],
  note: state === null ? null : `Sat for ${state}.`,
  addresses: [`https://voteview.com/person/${icpsr}`],
  place,
});

/** Congresses in a row are one membership. The files do not say on which day of a Congress somebody came or went. */
function termsOf(congresses: ReadonlyMap<number, string>): Omit<FoundMembership, 'group' | 'member'>[] {
  const starts = [...congresses.keys()].filter((congress) => !congresses.has(congress - 1)).sort((a, b) => a - b);
  return starts.map((start) => {
    let end = start;
    while (congresses.has(end)) end += 1;
    const place = congresses.get(start) ?? '';
    return { from: firstDay(start), until: firstDay(end), precision: 'APPROXIMATE' as const, place };
  });
}
