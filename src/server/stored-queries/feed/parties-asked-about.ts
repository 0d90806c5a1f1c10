import { getArgumentValues, getNamedType, getVariableValues, isObjectType, parse } from 'graphql';
import { partyOf } from '#comparison/look-up.ts';
import { schema } from '#graphql/schema.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { PreparedQuery } from '#stored-queries/prepared-query.ts';
import { operationOf, type Selected, selectionOf } from '#stored-queries/selection.ts';

/** Fields at the top whose answer is about the parties that their arguments name. */
const partiesIn: Readonly<Record<string, (args: Arguments) => unknown[]>> = {
  comparison: ({ parties }) => [parties],
  agreementMatrix: ({ parties }) => [parties],
  agreementSeries: ({ parties, with: others = [] }) => [parties, others],
  stances: ({ filter }) => [Object(filter).parties],
};

type VariableValues = NonNullable<Parameters<typeof getArgumentValues>[2]>;
type Arguments = Readonly<Record<string, unknown>>;

/** Of each type the fields that say nothing of other parties than these. What is not here may do so. */
const narrow: Readonly<Record<string, readonly string[]>> = {
  Comparison: ['agreement', 'issues', 'jointDocuments', 'parties', 'revision', 'rows'],
  ComparisonRow: ['cells', 'confidence', 'proposition', 'side', 'since', 'sinceIsFirstKnown', 'spread', 'verdict'],
  ComparisonCell: ['lastConfirmed', 'party', 'position', 'stance', 'state', 'value'],
  IssueComparison: ['agreement', 'issue'],
  Agreement: ['value', 'reason', 'sharedPropositions', 'same', 'partial', 'opposite'],
  AgreementMatrix: ['pairs', 'parties', 'revision', 'shared', 'values'],
  AgreementPair: ['other', 'party', 'shared', 'value'],
  AgreementSeries: ['by', 'parties', 'points', 'revision', 'with'],
  SeriesWith: ['party', 'points'],
  SeriesPoint: ['from', 'label', 'opposite', 'partial', 'reason', 'same', 'shared', 'until', 'value'],
  Party: ['key', 'kind', 'name', 'iso3', 'aliases'],
  Issue: ['key', 'name', 'summary', 'tier'],
  Proposition: ['issues', 'key', 'kind', 'note', 'rollCall', 'text'],
  RollCall: ['body', 'series', 'session', 'symbol', 'tabledOn', 'title', 'yes', 'no', 'abstain', 'important'],
  Stance: [
    'basis',
    'citations',
    'confidence',
    'heldFrom',
    'key',
    'lastConfirmed',
    'party',
    'position',
    'proposition',
    'value',
  ],
  Citation: ['address', 'document', 'keyPhrase', 'locator', 'role', 'verification'],
  Document: ['date', 'key', 'kind', 'publisher', 'symbol', 'title'],
};

/** Keys of the parties that a query is about, if it says nothing that depends on what others say; else null. */
export function partiesAskedAbout(
  { query }: PreparedQuery,
  variables: Readonly<Record<string, unknown>>,
  snapshot: Snapshot,
): readonly string[] | null {
  // Whether a roll call was unanimous depends on all who voted.
  if (/unanimous/i.test(query.document) || /unanimous/i.test(JSON.stringify(variables))) return null;
  const document = parse(query.document);
  const { variableValues } = getVariableValues(schema, operationOf(document).variableDefinitions ?? [], {
    ...variables,
  });
  if (variableValues === undefined) return null; // which is refused when it is asked
  const selection = selectionOf(schema, document);
  const keys: string[] = [];
  for (const selected of selection.values()) {
    const names = namesIn(selected, variableValues);
    if (names === null || !isNarrow(selected)) return null;
    for (const name of names) {
      const key = keyOf(snapshot, name);
      if (key === null) return null;
      keys.push(key);
    }
  }
  return keys;
}

function namesIn({ nodes }: Selected, values: VariableValues): readonly string[] | null {
  const fields = schema.getQueryType()?.getFields() ?? {};
  const names: unknown[] = [];
  for (const node of nodes) {
    const field = fields[node.name.value];
    const find = partiesIn[node.name.value];
    if (field === undefined || find === undefined) return null;
    names.push(...find(getArgumentValues(field, node, values)));
  }
  const lists = names.every((list) => Array.isArray(list) && list.every((name) => typeof name === 'string'));
  return lists ? (names.flat() as string[]) : null;
}

/** The key of a country or person; null of a bloc or group, for which its members speak, and of what nobody knows. */
function keyOf(snapshot: Snapshot, name: string): string | null {
  try {
    const { key, kind } = partyOf(snapshot, name);
    return kind === 'COUNTRY' || kind === 'PERSON' ? key : null;
  } catch {
    return null;
  }
}

function isNarrow({ type, fields }: Selected): boolean {
  if (fields.size === 0 || !isObjectType(getNamedType(type))) return true;
  const isList = /(Connection|Edge)$/.test(type.name);
  const known = isList ? ['edges', 'node', 'nodes', 'totalCount', 'pageInfo', 'cursor'] : narrow[type.name];
  if (type.name === 'PageInfo') return true;
  return [...fields.values()].every((one) => {
    const names = one.nodes.map(({ name }) => name.value);
    return names.every((name) => known?.includes(name) || name === '__typename') && isNarrow(one);
  });
}
