import {
  FieldsOnCorrectTypeRule,
  GraphQLError,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  Kind,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { closeMatches } from '#ledger/rules/close-matches.ts';
import { schema } from '../schema.ts';

/** Fields of a page of a list under which its rows are. */
const ofRows = ['nodes', 'node'];

/**
 * As graphql-js's rule, and says where a field is that was asked of a list itself: who writes `countries { name }` is told of `nodes { name }`. graphql-js
 * suggests fields of similar spelling alone.
 */
export const fieldsOnCorrectTypeRule: ValidationRule = (context) =>
  FieldsOnCorrectTypeRule(
    Object.create(context, {
      reportError: { value: (error: GraphQLError) => context.reportError(withRowsHint(error, context)) },
    }),
  );

function withRowsHint(error: GraphQLError, context: ValidationContext): GraphQLError {
  const [node] = error.nodes ?? [];
  const page = context.getParentType();
  if (context.hideSuggestions || node?.kind !== Kind.FIELD || !isObjectType(page)) return error;
  const name = node.name.value;
  const under = ofRows.find((field) => {
    const row = getNamedType(page.getFields()[field]?.type);
    return (isObjectType(row) || isInterfaceType(row)) && name in row.getFields();
  });
  if (under === undefined) return error;
  const message = `Cannot query field "${name}" on type "${page}". Did you mean "${under} { ${name} }"?`;
  return new GraphQLError(message, { nodes: node });
}

const ofEnum = /^(?<before>.*)Value "(?<value>.*)" does not exist in "(?<type>\w+)" enum\.(?: Did you mean .*)?$/s;

/** graphql-js's message about a value that an enum does not have, with the values that may have been meant: by their words, where it takes similar spelling alone. */
export function enumHint(message: string): string {
  const { before = '', value = '', type = '' } = ofEnum.exec(message)?.groups ?? {};
  const declared = type === '' ? undefined : schema.getType(type);
  if (!isEnumType(declared)) return message;
  const names = declared.getValues().map(({ name }) => ({ key: name, names: [] }));
  const close = closeMatches(value.slice(0, longestValue), names).map((name) => `"${name}"`);
  const hint = close.length > 0 ? ` Did you mean the enum value ${close.join(' or ')}?` : '';
  return `${before}Value "${value}" does not exist in "${type}" enum.${hint}`;
}

const longestValue = 80;

/** An error with `enumHint` in its message. */
export function withEnumHint(error: GraphQLError): GraphQLError {
  const message = enumHint(error.message);
  if (message === error.message) return error;
  const { nodes, source, positions, path, originalError, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions });
}
