import { type DocumentNode, Kind, type ValueNode, visit } from 'graphql';
import type { LedgerSizes } from './field-cost.ts';
import { propositionsIn } from './points.ts';
import { argumentsReader, type Variables, within } from './raw-arguments.ts';

/** Points of showing the catalogue as it was known at another revision: every row of it is looked at. */
export const pastPoints = (ledger: LedgerSizes): number =>
  (propositionsIn(ledger) + ledger.documents + ledger.countries + ledger.blocs) / 4;

/** Arguments, and fields of their objects, that name a revision. */
const names = ['asKnownAt', 'revision'];

type Names = (variables: Variables) => boolean;

const reader = (value: ValueNode) => {
  const read = argumentsReader([{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'value' }, value }]);
  return (variables: Variables) => read(variables).value;
};

/**
 * Number of fields in a document that name a revision. How often such a field is resolved does not matter: the past catalogue is computed once.
 */
export function pastsAsked(document: DocumentNode): (variables: Variables) => number {
  const places: Names[] = [];
  visit(document, {
    VariableDefinition: () => false,
    Argument({ name, value }) {
      const read = reader(value);
      if (names.includes(name.value)) places.push((variables) => read(variables) != null);
      else if (value.kind === Kind.VARIABLE)
        places.push((variables) => names.some((inner) => within(read(variables), inner) != null));
    },
    ObjectField({ name, value }) {
      if (!names.includes(name.value)) return;
      const read = reader(value);
      places.push((variables) => read(variables) != null);
    },
  });
  return (variables) => places.reduce((count, names) => (names(variables) ? count + 1 : count), 0);
}
