import { basename } from 'node:path';
import type { Command } from 'commander';
import { Refusal } from '#refusal/refusal.ts';
import { queryProblems } from '#stored-queries/check-query.ts';
import { listQueries, listVersions, requireQuery } from '#stored-queries/find-queries.ts';
import { prepareQuery } from '#stored-queries/prepared-query.ts';
import { readQueryFile } from '#stored-queries/query-file.ts';
import type { QueryText } from '#stored-queries/stored-query.ts';
import { amendQuery, createQuery, removeQuery } from '#stored-queries/write-queries.ts';
import { readText } from '#text/read-text.ts';
import { authorOf } from '../authorship.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { queryLine, queryPage, querySummary } from '../describe-query.ts';
import { parseWholeNumber } from '../export-arguments.ts';
import { loadEngine } from '../load-engine.ts';
import { refusal } from '../refusal.ts';
import type { OpenDatabase } from '../with-database.ts';
import { withLedger, withWritableLedger } from '../with-ledger.ts';
import { addAsk } from './queries-ask.ts';

interface Json {
  readonly json?: true;
}

/** `concord queries …`: manages stored queries. */
export function addQueries(program: Command, context: CommandContext): void {
  const group = program.command('queries').description('manage stored queries, which /q/NAME executes');
  addList(group, context);
  addShow(group, context);
  addAsk(group, context);
  addAdd(group, context);
  addAmend(group, context);
  addRemove(group, context);
}

const say = (json: true | undefined, value: unknown, text: string) => console.log(json ? JSON.stringify(value) : text);

function addList(group: Command, context: CommandContext): void {
  group
    .command('list')
    .description('list the stored queries, including shipped ones')
    .option('--json', 'print the result as JSON')
    .action(async ({ json }: Json) => {
      const found = await withLedger(context, ({ database }) => listQueries(database.prisma));
      say(json, found.map(querySummary), found.map(queryLine).join('\n'));
    });
}

function addShow(group: Command, context: CommandContext): void {
  group
    .command('show')
    .description('show a stored query: its document, variables, columns and versions')
    .argument('<name>')
    .option('--at-version <number>', 'show this version', parseWholeNumber(1))
    .option('--json', 'print the result as JSON')
    .action(async (name: string, { json, atVersion }: Json & { readonly atVersion?: number }) => {
      const { schema } = await loadEngine(context.config());
      await withLedger(context, async ({ database: { prisma } }) => {
        const query = await requireQuery(prisma, name, atVersion);
        const versions = (await listVersions(prisma, name)).map(({ query: said, ...one }) => ({
          ...one,
          removed: !said,
        }));
        const { variables, form } = prepareQuery(schema, query);
        const summary = {
          ...querySummary(query),
          document: query.document,
          variables: variables.map(({ name: variable, typeText, fallback }) => ({
            name: variable,
            type: typeText,
            default: fallback,
          })),
          columns: form.columns.map(({ name: column, path, type }) => ({ name: column, path: path.join('.'), type })),
          versions,
        };
        say(json, summary, queryPage(summary));
      });
    });
}

interface FileOptions extends Json {
  readonly name?: string;
  readonly author?: string;
}

const fileArguments = (command: Command) =>
  command
    .argument('<file>', 'NAME.graphql: a document with a header of comment lines; see docs/stored-queries.md')
    .option('--name <name>', 'name of the query; default: the name of the file')
    .option('--author <name>', 'author of the change; default: the current user')
    .option('--json', 'print the result as JSON');

function addAdd(group: Command, context: CommandContext): void {
  fileArguments(group.command('add').description('store a query from a file')).action(
    async (file: string, { json, ...options }: FileOptions) => {
      const stored = await withCheckedFile(context, file, options, ({ database: { prisma } }, text) =>
        prisma.$transaction((tx) => createQuery(tx, text, { by: authorOf(options) })),
      );
      say(
        json,
        querySummary(stored),
        `Stored ${stored.name}, version ${stored.version}. Its address is /q/${stored.name}.`,
      );
    },
  );
}

function addAmend(group: Command, context: CommandContext): void {
  fileArguments(group.command('amend').description('store a new version of a query from a file')).action(
    async (file: string, { json, ...options }: FileOptions) => {
      const { query, changed } = await withCheckedFile(context, file, options, ({ database: { prisma } }, text) =>
        prisma.$transaction((tx) => amendQuery(tx, text, { by: authorOf(options) })),
      );
      const done = changed
        ? `${query.name} is now at version ${query.version}.`
        : `${query.name} already has this content.`;
      say(json, { ...querySummary(query), changed }, done);
    },
  );
}

function addRemove(group: Command, context: CommandContext): void {
  group
    .command('remove')
    .description('remove a stored query; its versions stay readable')
    .argument('<name>')
    .option('--author <name>', 'author of the change; default: the current user')
    .option('--json', 'print the result as JSON')
    .action(async (name: string, { json, ...options }: FileOptions) => {
      await withWritableLedger(context, ({ database: { prisma } }) =>
        prisma.$transaction((tx) => removeQuery(tx, name, { by: authorOf(options) })),
      );
      say(json, { removed: name }, `Removed ${name}. Its versions stay readable: /q/${name}?version=1`);
    });
}

/** Reads a query from a file and checks it before `use` stores it. Throws CommandError with every problem. */
async function withCheckedFile<T>(
  context: CommandContext,
  file: string,
  { name = basename(file, '.graphql') }: FileOptions,
  use: (open: OpenDatabase, text: QueryText) => Promise<T>,
): Promise<T> {
  const text = readQueryFile(name, await read(file), file);
  return withWritableLedger(context, async (open) => {
    const engine = await loadEngine(context.config(), open.database.url);
    const problems = queryProblems(text, engine).map(({ at, ...problem }) => ({ at: `${file}: ${at}`, ...problem }));
    if (problems.length > 0) throw refusal(problems);
    return use(open, text);
  });
}

async function read(file: string): Promise<string> {
  try {
    return await readText(file);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new CommandError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}
