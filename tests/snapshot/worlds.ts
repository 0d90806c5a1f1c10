import * as fc from 'fast-check';
import { type Position, positionValue } from '#agreement/position.ts';

/** Everything that a test ledger says at one moment. A name that is there says that the row is; its number says which text it has. */
export interface World {
  readonly parties: ReadonlyMap<string, number>;
  readonly issues: ReadonlyMap<string, number>;
  readonly propositions: ReadonlyMap<string, { readonly text: number; readonly issues: readonly string[] }>;
  readonly memberships: ReadonlyMap<string, { readonly until: string | null }>;
  /** Votes that say the same as a claim (1), or the contrary (-1): `c-one 1/1`. */
  readonly deeds: ReadonlyMap<string, number>;
  /** The days of the documents. */
  readonly documents: ReadonlyMap<string, string>;
  readonly stances: ReadonlyMap<string, StanceSaid>;
  readonly absences: ReadonlySet<string>;
}

export interface StanceSaid {
  readonly position: Position;
  readonly until: string | null;
  readonly confidence: 'LOW' | 'HIGH';
  /** Of a claim. */
  readonly citations: readonly CitationSaid[];
}

export interface CitationSaid {
  readonly document: string;
  readonly role: 'PRIMARY' | 'CARRIER';
}

export const emptyWorld: World = {
  parties: new Map(),
  issues: new Map(),
  propositions: new Map(),
  memberships: new Map(),
  deeds: new Map(),
  documents: new Map(),
  stances: new Map(),
  absences: new Set(),
};

export const countries = ['X-A', 'X-B', 'X-C', 'X-D'];
export const blocs = ['bloc'];
const issues = ['i-one', 'i-two'];
/** Claims begin with c, roll calls with r. */
const propositions = ['c-one', 'c-two', 'r-one', 'r-two'];
const symbols = ['1/1', '1/2'];
export const isRollCall = (proposition: string) => proposition.startsWith('r');

/** The days on which something begins or ends, ascending. */
export const days = ['2001-01-01', '2002-01-01', '2003-01-01', '2004-01-01'];

const documents = ['d-one', 'd-two', 'd-three'];
/** The days of documents: before, between and after those of stances, and later than a column of days holds. */
const dates = ['2000-01-01', '2001-06-01', '2002-06-01', '2002-06-02', '2003-06-01', '2300-01-01'];

/** Parts of a name such as `X-A c-one 2001-01-01`. */
export const partsOf = (name: string) => name.split(' ') as [string, string, string];

/** One thing that a revision does to a world. */
type Edit = (world: World) => World;

function put<Field extends Exclude<keyof World, 'absences'>>(
  field: Field,
  name: string,
  value: World[Field] extends ReadonlyMap<string, infer Value> ? Value | null : never,
): Edit {
  return (world) => {
    const changed = new Map(world[field] as ReadonlyMap<string, unknown>);
    if (value === null) changed.delete(name);
    else changed.set(name, value);
    return { ...world, [field]: changed };
  };
}

/** Mostly something, sometimes nothing: what stood there is retired. */
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { freq: 4 });
const texts = fc.nat(1);
const ends = fc.option(fc.constantFrom(...days), { freq: 1 });
const named = (...parts: readonly (readonly string[])[]) =>
  fc.tuple(...parts.map((part) => fc.constantFrom(...part))).map((names) => names.join(' '));

const citations = fc
  .tuple(
    fc.subarray(documents, { minLength: 1 }),
    fc.array(fc.constantFrom('PRIMARY' as const, 'PRIMARY' as const, 'CARRIER' as const), {
      minLength: 3,
      maxLength: 3,
    }),
  )
  .map(([cited, roles]) => cited.map((document, index) => ({ document, role: roles[index] ?? 'PRIMARY' })));

const stanceEdits = fc
  .tuple(
    named([...countries, ...blocs], propositions, days.slice(0, -1)),
    maybe(
      fc.record({
        position: fc.constantFrom(...(Object.keys(positionValue) as Position[])),
        until: ends,
        confidence: fc.constantFrom('LOW' as const, 'HIGH' as const),
        citations,
      }),
    ),
  )
  .map(([name, said]) => {
    if (said === null) return put('stances', name, null);
    const [, about, from] = partsOf(name);
    const until = said.until !== null && said.until > from ? said.until : null;
    // A vote does not lean.
    const position = isRollCall(about) && said.position.startsWith('LEAN') ? 'NEUTRAL' : said.position;
    return put('stances', name, { ...said, position, until });
  });

/** What changes when a stance was last confirmed while it stays as it is: other citations of it, or another day of a document. */
const confirmationEdits = fc.oneof(
  fc.tuple(fc.nat(), citations).map(
    ([number, others]): Edit =>
      (world) => {
        const claims = [...world.stances].filter(([name]) => !isRollCall(partsOf(name)[1]));
        const [name, said] = claims[number % claims.length] ?? [];
        return name === undefined || said === undefined
          ? world
          : put('stances', name, { ...said, citations: others })(world);
      },
  ),
  fc
    .tuple(fc.constantFrom(...documents), fc.constantFrom(...dates))
    .map(([name, date]) => put('documents', name, date)),
);

const otherEdits = fc.oneof(
  fc.tuple(fc.constantFrom(...countries, ...blocs), maybe(texts)).map(([name, text]) => put('parties', name, text)),
  fc.tuple(fc.constantFrom(...issues), maybe(texts)).map(([name, text]) => put('issues', name, text)),
  fc
    .tuple(fc.constantFrom(...propositions), maybe(fc.record({ text: texts, issues: fc.subarray(issues) })))
    .map(([name, said]) => put('propositions', name, said)),
  // From the first day or from the last: of two in one bloc, the earlier one has to end before the other begins.
  fc
    .tuple(named(blocs, countries, [days[0] ?? '', days[3] ?? '']), maybe(fc.constant({ until: days[2] ?? null })))
    .map(([name, said]) => put('memberships', name, said && partsOf(name)[2] === days[3] ? { until: null } : said)),
  fc
    .tuple(named(['c-one', 'c-two'], symbols), maybe(fc.constantFrom(1, -1)))
    .map(([name, sign]) => put('deeds', name, sign)),
  fc.tuple(named(countries, propositions.filter(isRollCall), days), fc.boolean()).map(
    ([name, there]): Edit =>
      (world) => {
        const absences = new Set(world.absences);
        if (there) absences.add(name);
        else absences.delete(name);
        return { ...world, absences };
      },
  ),
);

const edits = fc.oneof(
  { weight: 3, arbitrary: stanceEdits },
  { weight: 2, arbitrary: otherEdits },
  { weight: 2, arbitrary: confirmationEdits },
);

/** Nearly everything is there from the beginning, so that what is said about it can be said. */
const beginnings = fc
  .tuple(
    fc.subarray(countries),
    fc.subarray(propositions),
    fc.tuple(...documents.map(() => fc.constantFrom(...dates))),
    fc.array(edits, { maxLength: 20 }),
  )
  .map(([theseCountries, thesePropositions, theseDates, also]) =>
    [
      ...documents.map((name, index) => put('documents', name, theseDates[index] ?? '2000-01-01')),
      ...[...theseCountries, ...blocs].map((name) => put('parties', name, 0)),
      ...issues.map((name) => put('issues', name, 0)),
      ...thesePropositions.map((name) => put('propositions', name, { text: 0, issues: [] })),
      ...also,
    ].reduce((world, edit) => edit(world), emptyWorld),
  );

/** Most worlds of a history. */
export const longest = 8;

const historiesOf = (first: fc.Arbitrary<World>, edit: fc.Arbitrary<Edit>, most: number): fc.Arbitrary<World[]> =>
  fc
    .tuple(first, fc.array(fc.array(edit, { minLength: 1, maxLength: most }), { minLength: 1, maxLength: longest - 1 }))
    .map(([beginning, revisions]) => {
      const worlds = [beginning];
      for (const edited of revisions)
        worlds.push(edited.reduce((world, apply) => apply(world), worlds.at(-1) ?? beginning));
      return worlds;
    });

/** What a ledger says one revision after the other. */
export const histories = historiesOf(beginnings, edits, 12);

/** The same of a few stances, of which mostly nothing changes but what shows them. */
export const confirmationHistories = historiesOf(
  fc
    .tuple(fc.tuple(...documents.map(() => fc.constantFrom(...dates))), fc.tuple(...countries.map(() => citations)))
    .map(([drawnDates, cited]) =>
      [
        put('propositions', 'c-one', { text: 0, issues: [] }),
        ...documents.map((name, index) => put('documents', name, drawnDates[index] ?? '2000-01-01')),
        ...countries.map((name) => put('parties', name, 0)),
        ...countries.map((name, index) =>
          put('stances', `${name} c-one ${days[index % 2]}`, {
            position: 'SUPPORT',
            until: null,
            confidence: 'HIGH',
            citations: cited[index] ?? [],
          }),
        ),
      ].reduce((world, edit) => edit(world), emptyWorld),
    ),
  fc.oneof({ weight: 1, arbitrary: stanceEdits }, { weight: 4, arbitrary: confirmationEdits }),
  4,
);
