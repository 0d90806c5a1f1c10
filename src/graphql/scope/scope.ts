import type { RollCallFilter as FilterShape, Scope as ScopeShape } from '#comparison/scope.ts';
import { builder } from '../builder.ts';
import { cost } from '../cost/field-cost.ts';
import { Issue } from '../issue/issue.ts';
import { Proposition } from '../proposition/proposition.ts';
import { PropositionKind } from '../proposition/proposition-kind.ts';
import { Basis, Confidence } from '../stance/stance-enums.ts';

const RollCallScope = builder.objectRef<FilterShape>('RollCallScope').implement({
  description: 'Which roll calls an answer is about.',
  fields: (t) => ({
    bodies: t.stringList({
      nullable: true,
      description: 'Only of these bodies; null: all.',
      resolve: ({ bodies }) => bodies && [...bodies],
    }),
    sessions: t.intList({
      nullable: true,
      description: 'Only of these sessions; null: all.',
      resolve: ({ sessions }) => sessions && [...sessions],
    }),
    wholeTextOnly: t.exposeBoolean('wholeTextOnly', {
      description: 'Whether votes on paragraphs and amendments are left out.',
    }),
    importantOnly: t.exposeBoolean('importantOnly', { description: 'Whether only important votes are meant.' }),
  }),
});

export const Scope = builder.objectRef<ScopeShape>('Scope').implement({
  description: 'What an answer is about, with every default filled in.',
  fields: (t) => ({
    issues: t.field({
      type: [Issue],
      nullable: true,
      description: 'Only propositions about these; null: all.',
      extensions: cost({ rows: (_args, { ledger }) => ledger.issues }),
      resolve: ({ issues }) => issues && [...issues],
    }),
    propositions: t.field({
      type: [Proposition],
      nullable: true,
      description: 'Only these; null: all.',
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
      description: 'Which roll calls; null: all.',
      resolve: ({ rollCalls }) => rollCalls,
    }),
    bases: t.field({
      type: [Basis],
      nullable: true,
      description: 'Only stances on these bases; null: all.',
      resolve: ({ bases }) => bases && [...bases],
    }),
    minimumConfidence: t.field({
      type: Confidence,
      nullable: true,
      description: 'Only stances of this confidence or higher; null: all.',
      resolve: ({ minimumConfidence }) => minimumConfidence,
    }),
    takenFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'Only stances taken on this day or later; null: all.',
      resolve: ({ takenFrom }) => takenFrom,
    }),
    takenBefore: t.field({
      type: 'Date',
      nullable: true,
      description: 'Only stances taken before this day; null: all.',
      resolve: ({ takenBefore }) => takenBefore,
    }),
    asOf: t.expose('asOf', { type: 'Date', description: 'The day that the answer is about.' }),
    asKnownAt: t.exposeInt('asKnownAt', { description: 'The revision whose knowledge it is.' }),
  }),
});
