import type { AgreementMatrixQuery } from '../generated/graphql.ts';
import { type Band, orderByGroups } from './order/order-by-groups.ts';
import { orderByLikeness } from './order/order-by-likeness.ts';
import type { Order } from './question.ts';

type Answered = NonNullable<AgreementMatrixQuery['agreementMatrix']>;

/** A symmetric matrix with rows and columns in drawing order. */
export interface OrderedMatrix {
  readonly parties: Answered['parties'];
  readonly values: Answered['values'];
  readonly shared: Answered['shared'];
  /** The groups that stand together; none unless the matrix is in the order of groups. */
  readonly bands: readonly Band[];
}

/** Groups of parties by their keys, by rising number. */
export type Groups = readonly {
  readonly number: number;
  readonly members: readonly { readonly party: { readonly key: string } }[];
}[];

/** A matrix in an order; by groups as soon as these are known, by likeness until then. */
export function orderedMatrix(matrix: Answered, order: Order, groups: Groups | null): OrderedMatrix {
  const names = matrix.parties.map(({ name }) => name);
  const byName = names.map((_, row) => row).sort((a, b) => compareNames(names[a] ?? '', names[b] ?? ''));
  if (order === 'name') return inOrder(matrix, byName);
  if (order === 'groups' && groups !== null) {
    const rowOf = new Map(byName.map((row, index) => [matrix.parties[row]?.key ?? '', index]));
    const rows = groups.map(({ number, members }) => ({
      number,
      rows: members.flatMap(({ party }) => rowOf.get(party.key) ?? []),
    }));
    const named = byName.map((row) => permuted(matrix.values[row] ?? [], byName));
    const { order: grouped, bands } = orderByGroups(named, rows);
    return { ...inOrder(matrix, permuted(byName, grouped)), bands };
  }
  const likeness = orderByLikeness(byName.map((row) => permuted(matrix.values[row] ?? [], byName)));
  return inOrder(matrix, permuted(byName, likeness));
}

const { compare: compareNames } = new Intl.Collator('en');

const inOrder = ({ parties, values, shared }: Answered, order: readonly number[]): OrderedMatrix => ({
  bands: [],
  parties: permuted(parties, order),
  values: permuted(values, order).map((row) => permuted(row, order)),
  shared: permuted(shared, order).map((row) => permuted(row, order)),
});

const permuted = <Value>(list: readonly Value[], order: readonly number[]): readonly Value[] =>
  order.map((from) => list[from] as Value); // an order holds indices of the list
