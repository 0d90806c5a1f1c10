import { GraphQLError, NoSchemaIntrospectionCustomRule, type ValidationRule, validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { apiError } from '#graphql/api-error.ts';
import { cutError } from './cut-error.ts';
import type { Limits } from './limits.ts';
import { shapeErrors } from './shape-errors.ts';

/**
 * Refuses documents that are too long, too deep or too wide before anything else looks at them. What comes of a document is remembered with
 * it by Yoga's cache, so this costs nothing when it is asked again.
 */
export function useDocumentLimits(limits: Limits): Plugin {
  const { maxTokens, introspection } = limits;
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source, options) => {
        try {
          return parseFn(source, { ...options, maxTokens });
        } catch (error) {
          throw parseError(error, maxTokens);
        }
      });
    },
    onExecute({ args }) {
      // An argument of graphql 17, which the types of envelop do not know.
      (args as { hideSuggestions?: boolean }).hideSuggestions = !introspection;
    },
    onValidate({ setValidationFn }) {
      setValidationFn((schema, document, rules) => {
        const tooLarge = shapeErrors(document, limits);
        if (tooLarge.length > 0) return tooLarge;
        const all = introspection ? rules : [...(rules ?? []), NoSchemaIntrospectionCustomRule];
        const errors = validate(schema, document, all as ValidationRule[], { hideSuggestions: !introspection });
        return errors.map(cutError);
      });
    },
  };
}

function parseError(error: unknown, maxTokens: number): unknown {
  // Values are read one within the other; so deep ones fill the stack.
  if (error instanceof RangeError) return apiError('TOO_DEEP', 'document: found values nested too deeply to be read.');
  if (!(error instanceof GraphQLError)) return error;
  if (!/more than \d+ tokens/.test(error.message)) return cutError(error);
  return apiError('TOO_MANY_TOKENS', `document: found more than ${maxTokens} tokens, expected at most that.`);
}
