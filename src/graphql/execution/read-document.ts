import {
  type DocumentNode,
  FieldsOnCorrectTypeRule,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { type Shape, shapeOf } from '#query-document/document-shape.ts';
import { type WalkedDocument, walkDocument } from '#query-document/walk-document.ts';
import type { ApiCode } from '#refusal/codes/api-codes.ts';
import { apiError } from '../api-error.ts';
import { schema } from '../schema.ts';
import { fieldsOnCorrectTypeRule, withEnumHint } from './hints.ts';

const usualRules = specifiedRules.map((rule) => (rule === FieldsOnCorrectTypeRule ? fieldsOnCorrectTypeRule : rule));
const rules = [...usualRules, NoSchemaIntrospectionCustomRule];

/**
 * The document of a text, walked.
 * @throws GraphQLError when it has a syntax error, too many tokens or too deep values
 */
export function parseDocument(text: string, { maxTokens }: DocumentLimits): WalkedDocument {
  try {
    return walkedDocument(parse(text, { maxTokens }));
  } catch (error) {
    throw parseError(error, maxTokens);
  }
}

function parseError(error: unknown, maxTokens: number): unknown {
  // Values are read one within the other; so deep ones fill the stack.
  if (error instanceof RangeError)
    return apiError('TOO_DEEP', 'document: found values nested too deeply to be parsed.');
  if (!(error instanceof GraphQLError)) return error;
  if (!/more than \d+ tokens/.test(error.message)) return cutError(error);
  return apiError('TOO_MANY_TOKENS', `document: found more than ${maxTokens} tokens, expected at most ${maxTokens}.`);
}

/** A document with all that it holds, valid or not. */
export const walkedDocument = (document: DocumentNode): WalkedDocument => walkDocument(schema, document);

/** Validates a document against the schema. Takes time quadratic in the selections under one response name; see `validationWork`. */
export function documentErrors(
  { document }: WalkedDocument,
  { introspection }: DocumentLimits,
): readonly GraphQLError[] {
  const wanted = introspection ? usualRules : rules;
  const errors = validate(schema, document, wanted, { hideSuggestions: !introspection });
  return (introspection ? errors.map(withEnumHint) : errors).map(cutError);
}

/**
 * How much work it is to validate a document: pairs of fields under one name, and of fragments, each of which graphql-js's rule about overlapping
 * fields may compare; about half a microsecond a pair.
 */
export function validationWork({ fields, spreads }: WalkedDocument): number {
  const counts = new Map<string, number>();
  for (const { node } of fields) {
    const key = (node.alias ?? node.name).value;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let pairs = spreads ** 2;
  for (const count of counts.values()) pairs += count ** 2;
  return pairs;
}

/** Limits on the size of a document; src/config/variables.ts describes each. */
export interface DocumentLimits {
  readonly maxTokens: number;
  readonly maxDepth: number;
  readonly maxFields: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxRootFields: number;
  /** Whether introspection and suggestions of names are allowed. */
  readonly introspection: boolean;
}

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
export function shapeErrors(walked: WalkedDocument, limits: DocumentLimits): GraphQLError[] {
  const shape = shapeOf(walked);
  return (Object.keys(limited) as (keyof Shape)[]).flatMap((name) => {
    const [code, limit, what] = limited[name];
    if (shape[name] <= limits[limit]) return [];
    const found = shape[name] <= countable ? shape[name] : `more than ${countable}`;
    return [apiError(code, `document: found ${found} ${what}, expected at most ${limits[limit]}.`)];
  });
}

/** Letters of a message; what clients write can stand in it, whole. */
const longest = 500;

/** The error with a message of a sane length. */
export function cutError(error: GraphQLError): GraphQLError {
  if (error.message.length <= longest) return error;
  const { nodes, source, positions, path, originalError, extensions } = error;
  const message = `${error.message.slice(0, longest).toWellFormed()}…`;
  return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions });
}
