import type { ClientBase } from 'pg';
import { type StagedVoter, stageIssues, stageParties, stageVoters } from '../stage/stage-catalogue.ts';
import { asNames } from './contradictions.ts';
import type { CountryIndex } from './country-index.ts';
import type { CrosswalkFile } from './format.ts';
import type { Crosswalk } from './read-crosswalk.ts';

/** A country as files write it, whose votes are those of its party, and where the crosswalk says so. */
export type CrosswalkVoter = CrosswalkFile['names'][number] & Pick<StagedVoter, 'place'>;

/** The names of Voeten's files. */
export const namesOf = ({ names, locate }: Crosswalk): CrosswalkVoter[] =>
  names.map((entry, index) => ({ ...entry, place: locate(['names', index]) }));

/** The codes of the UN Digital Library's files, as names without a code. */
export const codesOf = ({ codes, locate }: Crosswalk): CrosswalkVoter[] =>
  asNames(codes).map((entry, index) => ({ ...entry, place: locate(['codes', index]) }));

/** Stages the parties and issues that a crosswalk declares, and the parties of voters with their dates. */
export async function stageCrosswalk(
  client: ClientBase,
  { parties, issues, locate }: Crosswalk,
  voters: readonly CrosswalkVoter[],
  countries: CountryIndex,
): Promise<void> {
  const placed = (list: string, index: number) => ({ place: locate([list, index]) });
  await stageParties(
    client,
    parties.map((party, index) => ({ ...party, kind: 'COUNTRY', ...placed('parties', index) })),
  );
  await stageIssues(
    client,
    issues.map((issue, index) => ({ ...issue, ...placed('issues', index) })),
  );
  const numbered = voters.flatMap(({ code, ...voter }) => {
    const number = countries.numberOf(voter.name, code);
    return number === null ? [] : [{ ...voter, voter: number }];
  });
  await stageVoters(client, numbered);
}
