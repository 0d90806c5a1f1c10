import { importArguments } from '../ledger/unga.ts';
import { type ChildRun, runChild } from '../run/child-run.ts';

export type ImportRun = ChildRun;

/** Runs `concord import unga` as users do, in a process of its own. */
export const runImport = (url: string, folder: string): Promise<ImportRun> => runChild(importArguments(folder), url);
