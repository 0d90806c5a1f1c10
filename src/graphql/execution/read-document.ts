import {
  type DocumentNode,
  FieldsOnCorrectTypeRule,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { apiError } from '../api-error.ts';
import { schema } from '../schema.ts';
import { cutError } from './cut-error.ts';
import type { DocumentLimits } from './document-limits.ts';
import { fieldsOnCorrectTypeRule, withEnumHint } from './hints.ts';

const usualRules = specifiedRules.map((rule) => (rule === FieldsOnCorrectTypeRule ? fieldsOnCorrectTypeRule : rule));
const rules = [...usualRules, NoSchemaIntrospectionCustomRule];

/**
 * The document of a text.
 * @throws GraphQLError when it has a syntax error, too many tokens or too deep values
 */
export function parseDocument(text: string, { maxTokens }: DocumentLimits): DocumentNode {
  try {
    return parse(text, { maxTokens });
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

/** Validates a document against the schema. Takes time quadratic in the selections under one response name; see `validationWork`. */
export function documentErrors(document: DocumentNode, { introspection }: DocumentLimits): readonly GraphQLError[] {
  const wanted = introspection ? usualRules : rules;
  const errors = validate(schema, document, wanted, { hideSuggestions: !introspection });
  return (introspection ? errors.map(withEnumHint) : errors).map(cutError);
}
