import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { addKeyCreate } from './key-create.ts';
import { addKeyList } from './key-list.ts';
import { addKeyRevoke } from './key-revoke.ts';

/** `concord key …`: who may write over the API. */
export function addKey(program: Command, context: CommandContext): void {
  const group = program.command('key').description('manage API keys, which permit writing through the API');
  addKeyCreate(group, context);
  addKeyList(group, context);
  addKeyRevoke(group, context);
}
