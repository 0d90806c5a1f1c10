import type { ClientBase } from 'pg';
import { stageIssues, stageParties, stageVoters } from '../stage/stage-catalogue.ts';
import type { CountryIndex } from './country-index.ts';
import type { Crosswalk } from './read-crosswalk.ts';

/** Stages the parties and issues that a crosswalk declares, and the party of each name and code with dates. */
export async function stageCrosswalk(
  client: ClientBase,
  { parties, names, issues, locate }: Crosswalk,
  countries: CountryIndex,
): Promise<void> {
  const placed =
    <Entry extends object>(list: string) =>
    (entry: Entry, index: number) => ({ ...entry, place: locate([list, index]) });
  await stageParties(
    client,
    parties.map(placed('parties')).map((party) => ({ ...party, kind: 'COUNTRY' })),
  );
  await stageIssues(client, issues.map(placed('issues')));
  const voters = names.map(placed('names')).flatMap(({ code, ...voter }) => {
    const number = countries.numberOf(voter.name, code);
    return number === null ? [] : [{ ...voter, voter: number }];
  });
  await stageVoters(client, voters);
}
