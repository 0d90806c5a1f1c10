import { LRUCache } from 'lru-cache';
import { closeAmong, foldNames } from '#ledger/rules/close-matches.ts';
import type { Catalogue, Proposition, RollCall } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { canBeNamed, hintOf, mostMatches, shown, UnknownKeyError } from './look-up.ts';

/** Which roll calls; what is undefined does not matter. */
export interface RollCallFilter {
  readonly bodies?: readonly string[] | undefined;
  readonly sessions?: readonly number[] | undefined;
  readonly series?: readonly string[] | undefined;
  /** Without paragraphs and amendments; roll calls of which that is not known are kept. */
  readonly wholeTextOnly: boolean;
  readonly importantOnly: boolean;
}

/** A requested filter; omitted fields do not restrict. */
export interface RollCallFilterRequest {
  readonly bodies?: readonly string[] | null | undefined;
  readonly sessions?: readonly number[] | null | undefined;
  readonly series?: readonly string[] | null | undefined;
  readonly wholeTextOnly?: boolean | null | undefined;
  readonly importantOnly?: boolean | null | undefined;
}

/**
 * A filter with its defaults filled in, bodies and series named as the ledger names them. Throws UnknownKeyError (UNKNOWN_BODY, UNKNOWN_SERIES) for a body
 * or a series of which the ledger has no roll call: with nothing in common that would look like an answer.
 */
export function resolveRollCallFilter(ledger: Snapshot, request: RollCallFilterRequest): RollCallFilter {
  return {
    bodies: request.bodies?.map((body) => known(ledger, 'bodies', body)),
    sessions: request.sessions ?? undefined,
    series: request.series?.map((series) => known(ledger, 'series', series)),
    wholeTextOnly: request.wholeTextOnly ?? false,
    importantOnly: request.importantOnly ?? false,
  };
}

/** Whether a filter keeps a proposition. It does not affect claims. */
export function fitsRollCallFilter({ rollCall }: Proposition, filter: RollCallFilter): boolean {
  if (rollCall === null) return true;
  return (
    (filter.bodies?.includes(rollCall.body) ?? true) &&
    (filter.sessions?.includes(rollCall.session) ?? true) &&
    (filter.series?.includes(rollCall.series) ?? true) &&
    (!filter.wholeTextOnly || isWholeText(rollCall)) &&
    (!filter.importantOnly || rollCall.important === true)
  );
}

const isWholeText = ({ textScope }: RollCall) => textScope === 'WHOLE' || textScope === 'UNKNOWN';

const namedBy = {
  bodies: { code: 'UNKNOWN_BODY', what: 'body', nameOf: ({ body }: RollCall) => body },
  series: { code: 'UNKNOWN_SERIES', what: 'series', nameOf: ({ series }: RollCall) => series },
} as const;

type Argument = keyof typeof namedBy;

/** By name, the day of its latest roll call. */
const namesIn = ({ list }: Catalogue<Proposition>, nameOf: (rollCall: RollCall) => string) => {
  const latest = new Map<string, number>();
  for (const row of list) {
    if (row.rollCall === null || !canBeNamed(row)) continue;
    const name = nameOf(row.rollCall);
    latest.set(name, Math.max(latest.get(name) ?? row.rollCall.tabledOn, row.rollCall.tabledOn));
  }
  return latest;
};

/** A wrong name may be sent again and again; what it may have meant is computed once. */
const guessesKept = 500;

const namesAmong = oncePer((propositions: Catalogue<Proposition>) => {
  const of = ({ nameOf }: (typeof namedBy)[Argument]) => ({
    latest: namesIn(propositions, nameOf),
    guesses: new LRUCache<string, readonly string[]>({ max: guessesKept }),
  });
  return { bodies: of(namedBy.bodies), series: of(namedBy.series) };
});

function known({ propositions }: Snapshot, argument: Argument, name: string): string {
  const { latest, guesses } = namesAmong(propositions)[argument];
  if (latest.has(name)) return name;
  const inAnyCase = [...latest.keys()].filter((one) => one.toLowerCase() === name.toLowerCase());
  if (inAnyCase.length === 1) return inAnyCase[0] as string;
  const candidates = () => foldNames(Array.from(latest.keys(), (key) => ({ key, names: [] })));
  const close = guesses.get(name) ?? closeAmong(name, candidates(), mostMatches);
  guesses.set(name, close);
  const { code, what } = namedBy[argument];
  const found = `rollCalls.${argument}: found ${shown(name)}, expected a ${what} of a roll call in the ledger.`;
  throw new UnknownKeyError(code, `${found}${close.length > 0 ? hintOf(close) : whatThereIs(latest)}`, close);
}

/** Names that a message lists. */
const mostListed = 8;

/** What a message says where nothing similar was found: the names with the latest roll calls, and how many there are. */
function whatThereIs(latest: ReadonlyMap<string, number>): string {
  if (latest.size === 0) return ' There are no roll calls.';
  const names = [...latest].sort(([a, day], [b, other]) => other - day || (a < b ? -1 : 1)).map(([name]) => name);
  const listed = names.slice(0, mostListed).join(', ');
  return names.length > mostListed
    ? ` There are ${names.length}, the latest of them ${listed}.`
    : ` There ${names.length === 1 ? 'is' : 'are'} ${listed}.`;
}
