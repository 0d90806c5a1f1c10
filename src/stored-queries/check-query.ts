import { type DocumentNode, GraphQLError, Kind, parse, validate, validateInputValue } from 'graphql';
import { closeMatches } from '#ledger/rules/close-matches.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import { addressParameters } from './address-parameters.ts';
import { declaredVariables } from './declared-variables.ts';
import { pagedDocument, pageVariables } from './paged-document.ts';
import type { QueryEngine } from './query-engine.ts';
import { selectionOf } from './selection.ts';
import { isQueryName, type QueryText } from './stored-query.ts';
import { tableFormOf } from './table-form.ts';

const longest = { description: 500, document: 10_000, columns: 200 };
const mostTokens = 4_000;
const columnName = /^[a-z][a-z0-9_]{0,62}$/;
/** Variables that cannot be told from what an address says besides, or from our own. */
const reserved: readonly string[] = [...Object.values(addressParameters), ...Object.values(pageVariables)];

/** What keeps a question from being stored; nothing when it can be. */
export function queryProblems(query: QueryText, engine: QueryEngine): Problem[] {
  const problems = [...nameProblems(query), ...columnNameProblems(query)];
  const document = readDocument(query.document, engine);
  if (!('kind' in document)) return [...problems, ...document];
  const variables = variableProblems(query, document, engine);
  return [...problems, ...variables, ...tableProblems(query, document, engine, variables.length === 0)];
}

function nameProblems({ name, description }: QueryText): Problem[] {
  const problems: Problem[] = [];
  if (!isQueryName(name)) {
    const expected = 'lower-case letters and digits, joined by single hyphens, at most 100 characters';
    problems.push({ at: 'name', found: JSON.stringify(name), expected });
  } else if (name === 'ledger') {
    problems.push({
      at: 'name',
      found: '"ledger"',
      expected: 'another name, because this one stands for the whole ledger',
    });
  }
  const length = [...description].length;
  if (length < 1 || length > longest.description) {
    const expected = `1 to ${longest.description} characters`;
    problems.push({ at: 'description', found: `${length} characters`, expected });
  }
  return problems;
}

function columnNameProblems({ columns }: QueryText): Problem[] {
  if (columns === null) return [];
  const { length } = columns;
  if (length < 1 || length > longest.columns) {
    return [{ at: 'columns', found: `${length} columns`, expected: `1 to ${longest.columns}` }];
  }
  return columns.flatMap(({ name }, index) =>
    columnName.test(name)
      ? []
      : [
          {
            at: `columns[${index}].name`,
            found: JSON.stringify(name),
            expected: 'a lower-case letter followed by letters, digits and underscores, at most 63 characters',
          },
        ],
  );
}

/** The document when it is one query that fits the schema; else what is wrong with it. */
function readDocument(text: string, { schema, sizeProblems }: QueryEngine): DocumentNode | readonly Problem[] {
  if (text.length > longest.document) {
    const expected = `at most ${longest.document}`;
    return [{ at: 'document', found: `${text.length} characters`, expected }];
  }
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: mostTokens });
  } catch (error) {
    return [problemOf(error as Error)];
  }
  const tooLarge = sizeProblems(document);
  if (tooLarge.length > 0) return tooLarge.map((found) => ({ at: 'document', found, expected: withinLimits }));
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operations.length !== 1) {
    return [{ at: 'document', found: `${operations.length} operations`, expected: 'one query' }];
  }
  const [operation] = operations;
  if (operation?.operation !== 'query') {
    return [{ at: 'document', found: `a ${operation?.operation}`, expected: 'a query' }];
  }
  const errors = validate(schema, document);
  return errors.length > 0 ? errors.map(problemOf) : document;
}

function problemOf(error: Error): Problem {
  const [location] = error instanceof GraphQLError ? (error.locations ?? []) : [];
  const at = location === undefined ? 'document' : `document:${location.line}:${location.column}`;
  return { at, found: error.message, expected: 'a document that matches schema.graphql' };
}

function variableProblems({ variables }: QueryText, document: DocumentNode, { schema }: QueryEngine): Problem[] {
  const problems: Problem[] = [];
  const declared = declaredVariables(schema, document, variables);
  for (const { name } of declared.filter(({ name: one }) => reserved.includes(one))) {
    problems.push({
      at: 'document',
      found: `the variable $${name}`,
      expected: 'another name, because this one is reserved',
    });
  }
  for (const [name, value] of Object.entries(variables)) {
    const variable = declared.find((one) => one.name === name);
    if (variable === undefined) {
      const names = declared.map((one) => one.name);
      const close = closeMatches(
        name,
        names.map((key) => ({ key, names: [] })),
      );
      const expected = `a variable of the document: ${(close.length > 0 ? close : names).join(', ') || 'it has none'}`;
      problems.push({ at: `variables.${name}`, found: 'a value', expected });
      continue;
    }
    validateInputValue(value, variable.type, (error, path) => {
      const at = ['variables', name, ...path].join('.');
      const found = `${JSON.stringify(value)?.slice(0, 80).toWellFormed()} (${error.message})`;
      problems.push({ at, found, expected: variable.typeText });
    });
  }
  return problems;
}

function tableProblems(
  { columns, variables }: QueryText,
  document: DocumentNode,
  engine: QueryEngine,
  hasGoodVariables: boolean,
): readonly Problem[] {
  const selection = selectionOf(engine.schema, document);
  const table = tableFormOf(selection, columns);
  if (!('form' in table)) return table.problems;
  const { text } = pagedDocument(document, selection, table.form);
  const [error] = validate(engine.schema, parse(text));
  if (error !== undefined) {
    return [{ at: 'document', found: error.message, expected: 'no other field with the name pageInfo' }];
  }
  if (!hasGoodVariables) return [];
  const tooCostly = engine.costProblem(document, variables);
  return tooCostly === null ? [] : [{ at: 'document', found: tooCostly, expected: withinLimits }];
}

const withinLimits = 'a document within the limits of docs/limits.md';
