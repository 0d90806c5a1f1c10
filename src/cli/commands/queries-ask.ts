import type { Command } from 'commander';
import { GraphQLError } from 'graphql';
import { readParameters } from '#server/stored-queries/read-parameters.ts';
import { addressParameters } from '#stored-queries/address-parameters.ts';
import { csvHeader, csvLines } from '#stored-queries/csv-text.ts';
import type { DeclaredVariable } from '#stored-queries/declared-variables.ts';
import { requireQuery } from '#stored-queries/find-queries.ts';
import { prepareQuery } from '#stored-queries/prepared-query.ts';
import { csvForPrograms, jsonLine } from '#stored-queries/query-source.ts';
import { readTable } from '#stored-queries/read-table.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { parseWholeNumber } from '../export-arguments.ts';
import { loadEngine } from '../load-engine.ts';
import { withLedger } from '../with-ledger.ts';

interface AskOptions {
  readonly asKnownAt?: number;
  readonly json?: true;
}

/** `concord queries ask`: the table that `/q/NAME.csv` answers with. */
export function addAsk(group: Command, context: CommandContext): void {
  group
    .command('ask')
    .description('answer a stored query with its table, as CSV')
    .argument('<name>')
    .argument('[values...]', 'values of its variables as in an address, such as parties=CN,RU scope.asOf=2022-02-04')
    .option('--as-known-at <revision>', 'answer at this revision; default: the newest', parseWholeNumber(0))
    .option('--json', 'print each row as a line of JSON')
    .action(async (name: string, values: readonly string[], { asKnownAt, json }: AskOptions) => {
      const engine = await loadEngine(context.config());
      await withLedger(context, async ({ database }) => {
        const query = await requireQuery(database.prisma, name);
        const prepared = prepareQuery(engine.schema, query);
        const { columns } = prepared.form;
        const variables = variablesOf(values, prepared.variables, query.variables);
        const session = await engine.open(database.url, asKnownAt ?? null);
        try {
          // With the first rows: what is refused prints nothing.
          let header = json ? '' : csvHeader(columns, csvForPrograms);
          for await (const { rows } of readTable(prepared, variables, session.ask, engine.largestPage)) {
            const lines = json
              ? rows.map((row) => jsonLine(columns, row)).join('')
              : csvLines(columns, rows, csvForPrograms);
            process.stdout.write(header + lines);
            header = '';
          }
          process.stdout.write(header);
        } finally {
          await session.close();
        }
      });
    });
}

/** The variables that values such as `parties=CN,RU` give. Throws CommandError, which names the variable. */
function variablesOf(
  values: readonly string[],
  declared: readonly DeclaredVariable[],
  defaults: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const parameters = new URLSearchParams();
  for (const value of values) {
    const [name = '', ...rest] = value.split('=');
    if (rest.length === 0)
      throw new CommandError(`Found ${JSON.stringify(value)}, expected a value such as parties=CN,RU.`);
    const isOfAddress = Object.values(addressParameters).some((one) => one === name);
    if (isOfAddress && !declared.some((variable) => variable.name === name))
      throw new CommandError(`${name}: found a parameter of an address, expected a variable of the query.`);
    parameters.append(name, rest.join('='));
  }
  try {
    return readParameters(parameters, declared, defaults);
  } catch (error) {
    // A refusal in the form of the API, which names the variable.
    throw error instanceof GraphQLError ? new CommandError(error.message) : error;
  }
}
