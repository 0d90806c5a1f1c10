import {
  type FieldNode,
  type GraphQLObjectType,
  isAbstractType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Collecting, collectFields, conditionsOf, holds } from '#query-document/collect-fields.ts';
import type { WalkedDocument } from '#query-document/walk-document.ts';

/** Says that a query has something for which no writer is made; it is executed in another way. */
export class NotWritableError extends Error {
  override readonly name = 'NotWritableError';
}

/** The values of the variables on which `@skip` and `@include` of a document depend. */
export type Conditions = Readonly<Record<string, boolean>>;

/** The fields that are selected on an object where the conditions are such, as graphql-js collects them. */
export class IncludedFields {
  readonly #walked: WalkedDocument;
  readonly #collecting: Collecting<GraphQLObjectType>;

  constructor(walked: WalkedDocument, conditions: Conditions) {
    const { schema } = walked;
    this.#walked = walked;
    this.#collecting = {
      within(selection, type, condition) {
        if (!isIncluded(selection, conditions)) return null;
        const narrowed = condition === undefined ? type : schema.getType(condition);
        return narrowed === type || (isAbstractType(narrowed) && schema.isSubType(narrowed, type)) ? type : null;
      },
      seenAs: () => 'included',
    };
  }

  /** By the names of the answer and in their order. Throws NotWritableError at directives other than `@skip` and `@include`. */
  of(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): (readonly [string, readonly FieldNode[]])[] {
    const within = sets.map((set) => ({ set, around: type }));
    const collected = collectFields(this.#walked.fragments, within, this.#collecting);
    return Array.from(collected, ([name, fields]) => [name, fields.map(({ node }) => node)]);
  }
}

function isIncluded(selection: SelectionNode, conditions: Conditions): boolean {
  const found = conditionsOf(selection);
  if (found.length < (selection.directives?.length ?? 0)) throw new NotWritableError('another directive');
  return found.every((condition) => {
    if (typeof condition.by === 'string' && conditions[condition.by] === undefined)
      throw new NotWritableError(`a condition by $${condition.by}, whose value is not known`);
    return holds(condition, conditions);
  });
}
