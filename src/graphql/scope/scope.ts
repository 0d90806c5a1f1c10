import type { RollCallFilter as FilterShape, Scope as ScopeShape } from '#comparison/scope.ts';
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
    asOf: t.expose('asOf', { type: 'Date', description: 'The day the result is about (valid time).' }),
    asKnownAt: t.exposeInt('asKnownAt', { description: 'The revision whose knowledge was used (recorded time).' }),
  }),
});
