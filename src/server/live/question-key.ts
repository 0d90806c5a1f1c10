import { Kind } from 'graphql';
import type { Question } from '#graphql/execution/execute.ts';

/** By which subscriptions are found that are told the same: the document and its variables, but for the one that says where to begin. */
export function questionKey({ operation, variables }: Question): string {
  const { [beginsAt(operation) ?? '']: _since, ...others } = variables;
  const sorted = Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([operation.text, operation.node.name?.value ?? null, sorted]);
}

/** The variable that says where to begin, when it says nothing else. */
function beginsAt({ subscribed, text }: Question['operation']): string | null {
  const argument = subscribed?.node.arguments?.find(({ name }) => name.value === 'sinceRevision');
  if (argument?.value.kind !== Kind.VARIABLE) return null;
  const name = argument.value.name.value;
  // Where it is declared and where it is used.
  const uses = text.match(new RegExp(`\\$\\s*${name}\\b`, 'g')) ?? [];
  return uses.length === 2 ? name : null;
}
