import { partiesOf } from '#comparison/asked-comparison.ts';
import { issueOf, propositionOf } from '#comparison/look-up.ts';
import { changesIn, fitting, isNothing, type Touched, type TouchFilter, touchedRows } from '#comparison/touched.ts';
import type { RevisionModel } from '#postgres/generated/models.ts';
import { rowAt } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { askedOfDatabase, cost } from '../cost/field-cost.ts';
import { cursorOf, LedgerChange } from '../dataset/ledger-change.ts';
import { Issue } from '../issue/issue.ts';
import { Party } from '../party/party.ts';
import { Proposition } from '../proposition/proposition.ts';
import { Revision, revisionOf } from '../revision/revision.ts';
import { followedByServer, follows, type LiveEvent } from './following.ts';
import { sinceArg } from './since.ts';
import { whatChanged } from './what-changed.ts';

interface ChangedView {
  readonly revision: RevisionModel;
  readonly touched: Touched;
  /** With the texts of the revision. */
  readonly ledger: Snapshot;
}

/** Found when somebody asks: an import may have touched a million stances. */
const rowsOf = oncePer(({ ledger, touched }: ChangedView) => touchedRows(ledger, touched));

const ofTheFilter = 'Only of what the filter lets through.';

const LedgerChanged = builder.objectRef<ChangedView>('LedgerChanged').implement({
  description: 'What one revision touched.',
  fields: (t) => ({
    revision: t.expose('revision', { type: Revision, description: 'The revision that is told of.' }),
    addedStances: t.int({
      description: `Number of stances that it added. ${ofTheFilter} A corrected stance counts as one added and one retired.`,
      resolve: ({ touched }) => touched.added.length,
    }),
    retiredStances: t.int({
      description: `Number of stances that it retired. ${ofTheFilter}`,
      resolve: ({ touched }) => touched.retired.length,
    }),
    parties: t.connection({
      type: Party,
      description: `The parties that it touched: by a stance, an absence, a citation, a membership, a signature, or a text of their own; by key. ${ofTheFilter}`,
      resolve: (view, args, { pageSizes }) =>
        connectionOf(
          rowsOf(view).parties.map((ordinal) => rowAt(view.ledger.parties, ordinal)),
          args,
          pageSizes,
          ({ key }) => `touched ${key}`,
        ),
    }),
    issues: t.connection({
      type: Issue,
      description: `The issues that it touched, themselves or by a proposition about them; by key. ${ofTheFilter}`,
      resolve: (view, args, { pageSizes }) =>
        connectionOf(
          rowsOf(view).issues.map((ordinal) => rowAt(view.ledger.issues, ordinal)),
          args,
          pageSizes,
          ({ key }) => `touched ${key}`,
        ),
    }),
    propositions: t.connection({
      type: Proposition,
      description: `The propositions that it touched, themselves or by what a party holds on them; by key. ${ofTheFilter}`,
      resolve: (view, args, { pageSizes }) =>
        connectionOf(
          rowsOf(view).propositions.map((ordinal) => rowAt(view.ledger.propositions, ordinal)),
          args,
          pageSizes,
          ({ key }) => `touched ${key}`,
        ),
    }),
    changes: t.connection({
      type: LedgerChange,
      description: `What it said of each proposition, bloc and group: as \`Dataset.changes\`, of all parties. ${ofTheFilter}`,
      extensions: cost({ points: 200 }),
      resolve({ touched, ledger }, args, { pageSizes }) {
        const { edges, ...page } = connectionOf(changesIn(ledger, touched), args, pageSizes, (change) =>
          cursorOf(ledger, change),
        );
        return { ...page, edges: edges.map(({ cursor, node: change }) => ({ cursor, node: { change, ledger } })) };
      },
    }),
  }),
});

interface FilterArguments {
  readonly parties?: readonly string[] | null | undefined;
  readonly issues?: readonly string[] | null | undefined;
  readonly propositions?: readonly string[] | null | undefined;
}

/** With the filter as it was when the subscription began: a party that is retired later is still meant. */
interface ChangedEvent extends LiveEvent {
  readonly filter: TouchFilter;
}

/** Throws for what names nothing at the newest revision. */
function filterOf({ parties, issues, propositions }: FilterArguments, snapshot: Snapshot): TouchFilter {
  const ordinals = (rows: readonly { readonly ordinal: number }[] | undefined) =>
    rows === undefined ? null : new Set(rows.map(({ ordinal }) => ordinal));
  return {
    parties: ordinals(parties == null ? undefined : partiesOf(parties, snapshot)),
    issues: ordinals(issues?.map((key) => issueOf(snapshot, key))),
    propositions: ordinals(propositions?.map((key) => propositionOf(snapshot, key))),
  };
}

builder.subscriptionField('ledgerChanged', (t) =>
  t.field({
    type: LedgerChanged,
    description:
      'One event for each revision that touched what the arguments name, in their order and none left out; of arguments given together one record has to fit all. See docs/live.md.',
    args: {
      parties: t.arg.stringList({
        description:
          '1 to 250 parties without duplicates, such as `["CN", "RU"]`: their keys, or other codes and names. Default: any. A bloc is touched by what is recorded of the bloc itself.',
      }),
      issues: t.arg.stringList({ description: 'Keys of issues. Default: any.' }),
      propositions: t.arg.stringList({ description: 'Keys of propositions. Default: any.' }),
      ...sinceArg,
    },
    extensions: {
      ...cost({ points: 500 + askedOfDatabase }),
      ...follows((args: FilterArguments, { snapshot }) => {
        const filter = filterOf(args, snapshot);
        const isAny = filter.parties === null && filter.issues === null && filter.propositions === null;
        return {
          async look(revision, since, context) {
            const { number } = revision;
            const tells = isAny || !isNothing(fitting(context.snapshot, await whatChanged(revision, context), filter));
            return { event: tells ? ({ revision: number, since, filter } as ChangedEvent) : null, since: number };
          },
        };
      }),
    },
    subscribe: followedByServer,
    resolve: async (event: ChangedEvent, _args, context) => {
      const { snapshot, loaders } = context;
      const revision = (await loaders.revision.load(event.revision)) ?? (await revisionOf(event.revision, context));
      const touched = fitting(snapshot, await whatChanged(revision, context), event.filter);
      const ledger = snapshotAt(snapshot, event.revision);
      return { revision, touched, ledger };
    },
  }),
);
