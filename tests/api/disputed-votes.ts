import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import { importUnga } from '#ingest/roll-calls/unga/import-unga.ts';
import type { Database } from '#postgres/open-database.ts';
import { useDatabase } from '../support/database.ts';

const rollCalls = `rcid,session,date,unres,short,descr,amend,para,importantvote
1,64,2010-07-28,R/64/292,,Before Greece and Grenada were exchanged,0,0,0
2,65,2010-11-30,R/65/15,,They voted alike,0,0,0
3,65,2010-11-30,R/65/16,,One for and one neutral,0,0,0
4,65,2010-12-20,R/65/147,,Grenada alone,0,0,0
5,65,2010-12-20,R/65/147,,One for and one against a paragraph,0,1,0
6,65,2010-12-22,R/65/150,,After it,0,0,0
7,71,2016-12-19,R/71/1,,Zimbabwe is said to have been away,0,0,0
8,71,2016-12-19,R/71/2,,It voted,0,0,0
9,53,1998-12-04,R/53/1,,A placeholder,0,0,0
`;

const votes = `rcid,country,country_code,vote
1,Greece,GR,no
1,Grenada,GD,yes
2,Greece,GR,yes
2,Grenada,GD,yes
2,France,FR,yes
2,India,IN,no
3,Greece,GR,yes
3,Grenada,GD,abstain
3,France,FR,no
4,Grenada,GD,no
4,France,FR,no
5,Greece,GR,no
5,Grenada,GD,yes
5,France,FR,no
6,Greece,GR,no
6,Grenada,GD,yes
7,France,FR,yes
8,Zimbabwe,ZW,yes
8,France,FR,yes
9,France,FR,yes
9,Greece,GR,yes
`;

const absences = `rcid,country,country_code,status
4,Greece,GR,absent
7,Zimbabwe,ZW,absent
`;

/** The seed files and made-up roll calls in the layout of the real ones, some of them of days on which the real record is wrong. */
export function useDatabaseWithDisputedVotes(): Database {
  const database = useDatabase('seeded');
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'concord-disputed-'));
    const files = { 'roll_calls.csv': rollCalls, 'votes.csv': votes, 'absences.csv': absences };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await writeFile(join(folder, 'issues.csv'), 'rcid,short_name,issue\n');
    const outcome = await importUnga(database, folder, { author: 'a test', message: 'Import votes' });
    await rm(folder, { recursive: true });
    expect(outcome).toMatchObject({ status: 'REVISED' });
  });
  return database;
}
