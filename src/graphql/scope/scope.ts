import type { RollCallFilter as FilterShape } from '#comparison/roll-call-filter.ts';
import type { Scope as ScopeShape } from '#comparison/scope.ts';
import { builder } from '../builder.ts';
import { cost } from '../cost/field-cost.ts';
import { Issue } from '../issue/issue.ts';
import { Proposition } from '../proposition/proposition.ts';
import { PropositionKind } from '../proposition/proposition-kind.ts';
import { Basis, Confidence } from '../stance/stance-enums.ts';

const RollCallScope = builder.objectRef<FilterShape>('RollCallScope').implement({
  description: 'Restriction on roll calls.',
  fields: (t) => ({
    bodies: t.stringList({
      nullable: true,
      description: 'Only roll calls of these bodies, such as `UNGA`; null for all.',
      resolve: ({ bodies }) => bodies && [...bodies],
    }),
    sessions: t.intList({
      nullable: true,
      description: 'Only roll calls of these sessions, such as 74; null for all.',
      resolve: ({ sessions }) => sessions && [...sessions],
    }),
    series: t.stringList({
      nullable: true,
      description: 'Only roll calls of these series, such as `ES-11`; null for all.',
      resolve: ({ series }) => series && [...series],
    }),
    wholeTextOnly: t.exposeBoolean('wholeTextOnly', {
      description: 'Whether votes on paragraphs and amendments are excluded.',
    }),
    importantOnly: t.exposeBoolean('importantOnly', {
      description: 'Whether only votes that the US Department of State listed as important are included.',
    }),
  }),
});

export const Scope = builder.objectRef<ScopeShape>('Scope').implement({
  description: 'The propositions, stances and time that a result covers, with every default filled in.',
  fields: (t) => ({
    issues: t.field({
      type: [Issue],
      nullable: true,
      description: 'Only propositions about these issues; null for all.',
      extensions: cost({ rows: (_args, { ledger }) => ledger.issues }),
      resolve: ({ issues }) => issues && [...issues],
    }),
    propositions: t.field({
      type: [Proposition],
      nullable: true,
      description: 'Only these propositions; null for all.',
      extensions: cost({ rows: (_args, { propositions }) => propositions }),
      resolve: ({ propositions }) => propositions && [...propositions],
    }),
    kinds: t.field({
      type: [PropositionKind],
      description: 'Only propositions of these kinds.',
      resolve: ({ kinds }) => [...kinds],
    }),
    rollCalls: t.field({
      type: RollCallScope,
      nullable: true,
      description: 'Restriction on roll calls; null for none.',
      resolve: ({ rollCalls }) => rollCalls,
    }),
    bases: t.field({
      type: [Basis],
      nullable: true,
      description: 'Only stances with these bases; null for all.',
      resolve: ({ bases }) => bases && [...bases],
    }),
    minimumConfidence: t.field({
      type: Confidence,
      nullable: true,
      description: 'Only stances of at least this confidence; null for all.',
      resolve: ({ minimumConfidence }) => minimumConfidence,
    }),
    takenFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'Only stances taken on or after this day; null for all.',
      resolve: ({ takenFrom }) => takenFrom,
    }),
    takenBefore: t.field({
      type: 'Date',
      nullable: true,
      description: 'Only stances taken before this day; null for all.',
      resolve: ({ takenBefore }) => takenBefore,
    }),
    confirmedSince: t.field({
      type: 'Date',
      nullable: true,
      description: 'Only stances last confirmed on or after this day; null for all.',
      resolve: ({ confirmedSince }) => confirmedSince,
    }),
    asOf: t.expose('asOf', { type: 'Date', description: 'The day the result is about (valid time).' }),
    asKnownAt: t.exposeInt('asKnownAt', { description: 'The revision whose knowledge was used (recorded time).' }),
  }),
});

export const RollCallFilter = builder.inputType('RollCallFilter', {
  description: 'Restricts roll calls. Omitted fields do not restrict.',
  fields: (t) => ({
    bodies: t.stringList({
      description: 'Only roll calls of these bodies, such as `["UNGA"]`. `UNKNOWN_BODY` for one that has none.',
    }),
    sessions: t.intList({ description: 'Only roll calls of these sessions, such as `[74, 75]`.' }),
    series: t.stringList({
      description:
        'Only roll calls of these series, such as `["ES-11"]` for an emergency special session, or `["77"]`. `UNKNOWN_SERIES` for one that has none.',
    }),
    wholeTextOnly: t.boolean({
      description: 'True: exclude votes on paragraphs and amendments. Roll calls whose text scope is unknown are kept.',
    }),
    importantOnly: t.boolean({ description: 'True: only votes that the US Department of State listed as important.' }),
  }),
});

export const ScopeInput = builder.inputType('ScopeInput', {
  description:
    'Selects propositions, stances and time. For each party and proposition the stance in force on `asOf`, as known at `asKnownAt`, is found first; then it is kept if it matches the other fields.',
  fields: (t) => ({
    issues: t.stringList({ description: 'Keys of issues; only propositions about at least one of them.' }),
    propositions: t.stringList({ description: 'Keys of propositions; only these.' }),
    kinds: t.field({
      type: [PropositionKind],
      description:
        'Only propositions of these kinds. Default: CLAIM; ROLL_CALL when `rollCalls` is given; both when `propositions` is given. Claims and roll calls are pooled only when both are named.',
    }),
    rollCalls: t.field({ type: RollCallFilter, description: 'Restricts roll calls; does not affect claims.' }),
    bases: t.field({ type: [Basis], description: 'Only stances with these bases.' }),
    minimumConfidence: t.field({ type: Confidence, description: 'Only stances of at least this confidence.' }),
    takenFrom: t.field({ type: 'Date', description: 'Only stances taken on or after this day.' }),
    takenBefore: t.field({ type: 'Date', description: 'Only stances taken before this day.' }),
    confirmedSince: t.field({
      type: 'Date',
      description: 'Only stances whose `lastConfirmed` is this day or later, and absences of such days.',
    }),
    asOf: t.field({ type: 'Date', description: 'The day to query (valid time). Default: today in UTC.' }),
    asKnownAt: t.int({
      description: 'The revision to query (recorded time): what was known then. Default: the newest.',
    }),
  }),
});
