import { cohesionOver, type Cohesion as Numbers } from '#agreement/cohesion.ts';
import { countsAt, type MemberCounts } from '#agreement/member-tally.ts';
import {
  type CohesionPart,
  cohesionByIssue,
  cohesionBySession,
  cohesionByYear,
  cohesionOf,
  type Group,
  type Session,
} from '#comparison/cohesion.ts';
import { type Dissenter as DissenterShape, dissentersOf } from '#comparison/dissent.ts';
import { type Issue as IssueRow, type Proposition as PropositionRow, rowAt } from '#snapshot/catalogue.ts';
import { Policy } from '../agreement/policy.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { type Around, cost } from '../cost/field-cost.ts';
import { cellPoints } from '../cost/points.ts';
import { Issue } from '../issue/issue.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Scope } from '../scope/scope.ts';
import { CohesionNumbers } from './cohesion-numbers.ts';

/** Points of the numbers over every proposition in scope, however these are divided. */
const overAll = (_args: unknown, { propositions }: Around) => 10 + propositions;

/** Sessions or years that the roll calls in scope are of; more than there are. */
const periods = (_args: unknown, { propositions }: Around) => Math.min(propositions, 20 + propositions / 50);

const numbers = { type: CohesionNumbers, description: 'The numbers over these propositions.' } as const;

const IssueCohesion = builder.objectRef<CohesionPart<IssueRow>>('IssueCohesion').implement({
  description: 'Cohesion over the propositions about one issue.',
  fields: (t) => ({
    issue: t.expose('of', { type: Issue, description: 'The issue that the propositions are about.' }),
    numbers: t.expose('cohesion', numbers),
  }),
});

const YearCohesion = builder.objectRef<CohesionPart<number>>('YearCohesion').implement({
  description: 'Cohesion over the roll calls of one year.',
  fields: (t) => ({
    year: t.exposeInt('of', { description: 'The year in which the roll calls were tabled.' }),
    numbers: t.expose('cohesion', numbers),
  }),
});

const SessionCohesion = builder.objectRef<CohesionPart<Session>>('SessionCohesion').implement({
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
  readonly cohesion: Numbers;
}

const PropositionCohesion = builder.objectRef<PropositionShape>('PropositionCohesion').implement({
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

const Dissenter = builder.objectRef<DissenterShape>('Dissenter').implement({
  description: 'A member that stood apart from the majority of its group.',
  fields: (t) => ({
    party: t.expose('party', { type: Party, description: 'The member that stood apart.' }),
    spoke: t.exposeInt('spoke', {
      description: 'Number of propositions on which the group has a majority and the member holds a position.',
    }),
    count: t.int({
      description: 'Number of those on which the member is not on the side of the majority, at least 1.',
      resolve: ({ dissents }) => dissents.length,
    }),
    share: t.float({
      description: '`count` / `spoke`, above 0 and at most 1.',
      resolve: ({ dissents, spoke }) => dissents.length / spoke,
    }),
    propositions: t.connection({
      type: Proposition,
      description: 'Those propositions, in the order of the scope.',
      extensions: cost({
        points: 10,
        around: (_args, { page, propositions }) => ({ page: Math.min(page, propositions) }),
      }),
      resolve: ({ dissents }, args, { pageSizes }) => connectionOf(dissents, args, pageSizes, ({ key }) => key),
    }),
  }),
});

/** The propositions on which at least two members hold a position, least cohesive first. */
function propositionsOf({ snapshot, propositions, tally }: Group): PropositionShape[] {
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

export const Cohesion = builder.objectRef<Group>('Cohesion').implement({
  description:
    'How far the members of a bloc, or other parties, hold together. A bloc is its confirmed members of the day: of a roll call that on which it was tabled, of a claim `asOf`.',
  fields: (t) => ({
    bloc: t.field({
      type: Party,
      nullable: true,
      description: 'The bloc asked about; null when parties were.',
      resolve: ({ of }) => ('bloc' in of ? of.bloc.bloc : null),
    }),
    numbers: t.field({
      type: CohesionNumbers,
      description: 'Cohesion over all propositions in scope.',
      extensions: cost({ points: overAll }),
      resolve: cohesionOf,
    }),
    issues: t.field({
      type: [IssueCohesion],
      description: 'Cohesion by issue, ordered by key; only issues with a proposition that counts.',
      extensions: cost({ points: overAll, rows: (_args, { ledger }) => ledger.issues }),
      resolve: cohesionByIssue,
    }),
    years: t.field({
      type: [YearCohesion],
      description: 'Cohesion over roll calls by the year in which they were tabled, earliest first; without claims.',
      extensions: cost({ points: overAll, rows: periods }),
      resolve: cohesionByYear,
    }),
    sessions: t.field({
      type: [SessionCohesion],
      description: 'Cohesion over roll calls by session: by body, then earliest first; without claims.',
      extensions: cost({ points: overAll, rows: periods }),
      resolve: cohesionBySession,
    }),
    propositions: t.connection({
      type: PropositionCohesion,
      description:
        'Cohesion on each proposition on which at least two members hold a position, lowest Agreement Index first, then by key.',
      extensions: cost({
        points: (_args, { propositions }) => 10 + 6 * propositions,
        around: (_args, { page, propositions }) => ({ page: Math.min(page, propositions) }),
      }),
      resolve: (group, args, { pageSizes }) =>
        connectionOf(propositionsOf(group), args, pageSizes, ({ proposition }) => proposition.key),
    }),
    dissenters: t.connection({
      type: Dissenter,
      description:
        'The members that stood apart most often: those that hold a position, neutral ones included, other than the side on which more than half of the members that hold one are. By `count`, then by key.',
      extensions: cost({
        points: (_args, around) => 4 * cellPoints(around) + around.propositions,
        around: (_args, { page, parties }) => ({ page: Math.min(page, parties) }),
      }),
      resolve: (group, args, { pageSizes }) =>
        connectionOf(dissentersOf(group), args, pageSizes, ({ party }) => party.key),
    }),
    scope: t.expose('scope', {
      type: Scope,
      description: 'The propositions, stances and time, with defaults filled in.',
    }),
    policy: t.expose('policy', {
      type: Policy,
      description:
        'How positions were treated, with defaults filled in. The measure does not matter; `minimumShared` is of `propositions`.',
    }),
    revision: t.int({
      description: 'The ledger revision that the response was computed from.',
      resolve: ({ snapshot }) => snapshot.revision,
    }),
  }),
});
