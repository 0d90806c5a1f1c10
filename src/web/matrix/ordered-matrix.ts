import type { AgreementMatrixQuery } from '../generated/graphql.ts';
import { orderByLikeness } from './order/order-by-likeness.ts';
import type { Order } from './question.ts';

type Answered = NonNullable<AgreementMatrixQuery['agreementMatrix']>;

/** A symmetric matrix with rows and columns in drawing order. */
export interface OrderedMatrix {
  readonly parties: Answered['parties'];
  readonly values: Answered['values'];
  readonly shared: Answered['shared'];
}

/** A matrix in an order. */
export function orderedMatrix(matrix: Answered, order: Order): OrderedMatrix {
  const names = matrix.parties.map(({ name }) => name);
  const byName = names.map((_, row) => row).sort((a, b) => compareNames(names[a] ?? '', names[b] ?? ''));
  if (order === 'name') return inOrder(matrix, byName);
  const likeness = orderByLikeness(byName.map((row) => permuted(matrix.values[row] ?? [], byName)));
  return inOrder(matrix, permuted(byName, likeness));
}

const { compare: compareNames } = new Intl.Collator('en');

const inOrder = ({ parties, values, shared }: OrderedMatrix, order: readonly number[]): OrderedMatrix => ({
  parties: permuted(parties, order),
  values: permuted(values, order).map((row) => permuted(row, order)),
  shared: permuted(shared, order).map((row) => permuted(row, order)),
});

const permuted = <Value>(list: readonly Value[], order: readonly number[]): readonly Value[] =>
  order.map((from) => list[from] as Value); // an order holds indices of the list
