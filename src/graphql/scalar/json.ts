import { valueFromASTUntyped } from 'graphql';
import { builder } from '../builder.ts';

builder.scalarType('JSON', {
  description: 'Any JSON value: a text, a number, true, false, null, a list or an object.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node) => valueFromASTUntyped(node),
});
