import { cohesionByIssue, cohesionBySession, cohesionByYear, cohesionOf, type Group } from '#comparison/cohesion.ts';
import { dissentersOf } from '#comparison/dissent.ts';
import { Policy } from '../agreement/policy.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { type Around, cost } from '../cost/field-cost.ts';
import { cellPoints } from '../cost/points.ts';
import { Party } from '../party/party.ts';
import { Scope } from '../scope/scope.ts';
import { CohesionNumbers } from './cohesion-numbers.ts';
import { IssueCohesion, PropositionCohesion, propositionsOf, SessionCohesion, YearCohesion } from './cohesion-parts.ts';
import { Dissenter } from './dissenter.ts';

/** Points of the numbers over every proposition in scope, however these are divided. */
const overAll = (_args: unknown, { propositions }: Around) => 10 + propositions;

/** Sessions or years that the roll calls in scope are of; more than there are. */
const periods = (_args: unknown, { propositions }: Around) => Math.min(propositions, 20 + propositions / 50);

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
