import { type Cohesion, cohesionOver } from '#agreement/cohesion.ts';
import { countsAt, type MemberCounts } from '#agreement/member-tally.ts';
import type { CohesionPart, Group, Session } from '#comparison/cohesion.ts';
import { type Issue as IssueRow, type Proposition as PropositionRow, rowAt } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { Issue } from '../issue/issue.ts';
import { Proposition } from '../proposition/proposition.ts';
import { CohesionNumbers } from './cohesion-numbers.ts';

const numbers = { type: CohesionNumbers, description: 'The numbers over these propositions.' } as const;

export const IssueCohesion = builder.objectRef<CohesionPart<IssueRow>>('IssueCohesion').implement({
  description: 'Cohesion over the propositions about one issue.',
  fields: (t) => ({
    issue: t.expose('of', { type: Issue, description: 'The issue that the propositions are about.' }),
    numbers: t.expose('cohesion', numbers),
  }),
});

export const YearCohesion = builder.objectRef<CohesionPart<number>>('YearCohesion').implement({
  description: 'Cohesion over the roll calls of one year.',
  fields: (t) => ({
    year: t.exposeInt('of', { description: 'The year in which the roll calls were tabled.' }),
    numbers: t.expose('cohesion', numbers),
  }),
});

export const SessionCohesion = builder.objectRef<CohesionPart<Session>>('SessionCohesion').implement({
  description: 'Cohesion over the roll calls of one session.',
  fields: (t) => ({
    body: t.string({ description: 'The body that voted, such as `UNGA`.', resolve: ({ of }) => of.body }),
    session: t.int({ description: 'The number of the session.', resolve: ({ of }) => of.session }),
    series: t.string({
      description: 'The number of the session, or what else it was, such as `ES-11`.',
      resolve: ({ of }) => of.series,
    }),
    numbers: t.expose('cohesion', numbers),
  }),
});

interface PropositionShape {
  readonly proposition: PropositionRow;
  readonly counts: MemberCounts;
  readonly cohesion: Cohesion;
}

export const PropositionCohesion = builder.objectRef<PropositionShape>('PropositionCohesion').implement({
  description: 'Cohesion on one proposition, and what it follows from. Counts are as the policy sees them.',
  fields: (t) => ({
    proposition: t.expose('proposition', { type: Proposition, description: 'The proposition.' }),
    members: t.int({ description: 'Number of members on its day.', resolve: ({ counts }) => counts.members }),
    support: t.int({
      description: 'Number of members that support it or lean to.',
      resolve: ({ counts }) => counts.support,
    }),
    neutral: t.int({ description: 'Number of members that are neutral.', resolve: ({ counts }) => counts.neutral }),
    oppose: t.int({
      description: 'Number of members that oppose it or lean to.',
      resolve: ({ counts }) => counts.oppose,
    }),
    absent: t.int({ description: 'Number of members recorded as absent.', resolve: ({ counts }) => counts.absent }),
    numbers: t.expose('cohesion', { ...numbers, description: 'The numbers of this proposition alone.' }),
  }),
});

/** The propositions on which at least two members hold a position, least cohesive first. */
export function propositionsOf({ snapshot, propositions, tally }: Group): PropositionShape[] {
  return propositions
    .map((ordinal, column) => ({
      proposition: rowAt(snapshot.propositions, ordinal),
      counts: countsAt(tally, column),
      cohesion: cohesionOver(tally, [column], 1),
    }))
    .filter(({ cohesion }) => cohesion.propositions === 1)
    .sort(
      (a, b) =>
        (a.cohesion.agreementIndex.value as number) - (b.cohesion.agreementIndex.value as number) ||
        (a.proposition.key < b.proposition.key ? -1 : 1),
    );
}
