import { type Command, InvalidArgumentError } from 'commander';
import { type Meaning, meanings } from '#ingest/roll-calls/popolo/options.ts';
import { openPopolo } from '#ingest/roll-calls/popolo/read-popolo.ts';
import { addBodyImport } from '../body-import.ts';
import type { CommandContext } from '../command-context.ts';

interface ImportPopoloOptions {
  readonly option: ReadonlyMap<string, Meaning>;
}

/** `concord import popolo`: imports the vote events of a parliament. */
export function addImportPopolo(group: Command, context: CommandContext): void {
  const command = group
    .command('popolo')
    .description(
      'import vote events of a parliament: Popolo JSON with motions, votes, persons, organizations, memberships',
    )
    .argument('<paths...>', 'JSON files, or folders with them')
    .option(
      '--option <word=meaning>',
      `what another option of a vote means: ${[...meanings.keys()].join(', ')}; as in both=absent; can be repeated`,
      explain,
      new Map<string, Meaning>(),
    );
  addBodyImport<ImportPopoloOptions>(command, context, {
    open: (paths, { option }) => openPopolo(paths, { explained: option }),
    usualSource: 'popolo; give each parliament one of its own',
    knowsTerms: false,
  });
}

function explain(text: string, before: ReadonlyMap<string, Meaning>): ReadonlyMap<string, Meaning> {
  const [, option, meaning] = /^(.+)=([a-z]+)$/.exec(text) ?? [];
  const said = meaning === undefined ? undefined : meanings.get(meaning);
  if (option !== undefined && said !== undefined) return new Map([...before, [option, said]]);
  throw new InvalidArgumentError(
    `Expected an option and one of ${[...meanings.keys()].join(', ')}, as in both=absent.`,
  );
}
