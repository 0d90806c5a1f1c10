import { type GraphQLNamedOutputType, isEnumType } from 'graphql';
import type { ColumnType } from '#exports/source/source.ts';

const scalars: Readonly<Record<string, ColumnType>> = {
  Int: 'integer',
  Float: 'number',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
};

/** What the values of a leaf of the schema are in a table; whatever is not listed is a text. */
export const columnTypeOf = ({ name }: GraphQLNamedOutputType): ColumnType => scalars[name] ?? 'string';

/** All the values that an enum has; nothing for another type. */
export const valuesOf = (type: GraphQLNamedOutputType): { readonly oneOf?: readonly string[] } =>
  isEnumType(type) ? { oneOf: type.getValues().map(({ name }) => name) } : {};
