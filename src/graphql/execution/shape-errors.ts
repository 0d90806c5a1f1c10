import type { DocumentNode, GraphQLError } from 'graphql';
import type { ApiCode } from '#refusal/codes/api-codes.ts';
import { apiError } from '../api-error.ts';
import type { DocumentLimits } from './document-limits.ts';
import { type Shape, shapeOf } from './document-shape.ts';

const limited = {
  depth: ['TOO_DEEP', 'maxDepth', 'levels of nested fields'],
  rootFields: ['TOO_MANY_ROOT_FIELDS', 'maxRootFields', 'root fields'],
  aliases: ['TOO_MANY_ALIASES', 'maxAliases', 'aliases'],
  directives: ['TOO_MANY_DIRECTIVES', 'maxDirectives', 'directives'],
  fields: ['TOO_MANY_FIELDS', 'maxFields', 'fields'],
} as const satisfies Record<keyof Shape, readonly [ApiCode, keyof Omit<DocumentLimits, 'introspection'>, string]>;

/** Fragments multiply; beyond this nobody wants to know how far. */
const countable = 1_000_000;

/** An error for each limit that a document exceeds. */
export function shapeErrors(document: DocumentNode, limits: DocumentLimits): GraphQLError[] {
  const shape = shapeOf(document);
  return (Object.keys(limited) as (keyof Shape)[]).flatMap((name) => {
    const [code, limit, what] = limited[name];
    if (shape[name] <= limits[limit]) return [];
    const found = shape[name] <= countable ? shape[name] : `more than ${countable}`;
    return [apiError(code, `document: found ${found} ${what}, expected at most ${limits[limit]}.`)];
  });
}
