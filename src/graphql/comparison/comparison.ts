import { agreementMatrix } from '#comparison/agreement-matrix.ts';
import type { Comparison as ComparisonShape } from '#comparison/comparison.ts';
import { readDocumentIdsSignedByAll } from '#ledger/read/documents.ts';
import { Agreement, agreementOfComparison } from '../agreement/agreement.ts';
import { AgreementMatrix } from '../agreement/agreement-matrix.ts';
import { Policy } from '../agreement/policy.ts';
import { builder } from '../builder.ts';
import { cost, listedFromDatabase } from '../cost/field-cost.ts';
import { pairsCompared, partiesCompared } from '../cost/points.ts';
import { Document } from '../document/document.ts';
import { DocumentOrder, documentConnection } from '../document/documents.ts';
import { Party } from '../party/party.ts';
import { Scope } from '../scope/scope.ts';

export const Comparison = builder.objectRef<ComparisonShape>('Comparison').implement({
  description: 'A comparison of parties: where they agree, on what evidence, since when.',
  fields: (t) => ({
    parties: t.field({
      type: [Party],
      description: 'The parties compared, in the order of the argument.',
      extensions: cost({ rows: partiesCompared }),
      resolve: ({ parties }) => [...parties],
    }),
    scope: t.expose('scope', {
      type: Scope,
      description: 'The propositions, stances and time compared, with defaults filled in.',
    }),
    policy: t.expose('policy', { type: Policy, description: 'How values are computed, with defaults filled in.' }),
    revision: t.int({
      description: 'The ledger revision that the response was computed from.',
      resolve: ({ snapshot }) => snapshot.revision,
    }),
    agreement: t.field({
      type: Agreement,
      description: 'The agreement among all the parties.',
      extensions: cost({ points: pairsCompared }),
      resolve: agreementOfComparison,
    }),
    matrix: t.field({
      type: AgreementMatrix,
      description: 'The agreement of every party with every other.',
      extensions: cost({ points: pairsCompared }),
      resolve: agreementMatrix,
    }),
    jointDocuments: t.connection({
      type: Document,
      description:
        'Documents that all the parties signed, adopted or acceded to by `asOf`. Excludes documents with which one of them only associated itself.',
      args: {
        orderBy: t.arg({
          type: DocumentOrder,
          defaultValue: 'DATE_DESC',
          description: 'Sort order. Default: latest first.',
        }),
      },
      extensions: cost({ points: listedFromDatabase }),
      async resolve({ parties, scope }, args, context) {
        const partyIds = parties.map(({ id }) => id);
        const by = new Date(scope.asOf * 86_400_000);
        const ids = await readDocumentIdsSignedByAll(context.database.prisma, partyIds, by, scope.asKnownAt);
        return documentConnection({ ids }, args.orderBy ?? null, null, scope.asKnownAt, args, context);
      },
    }),
  }),
});
