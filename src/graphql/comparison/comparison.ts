import { agreementMatrix } from '#comparison/agreement-matrix.ts';
import type { Comparison as ComparisonShape } from '#comparison/comparison.ts';
import { readDocumentIdsSignedByAll } from '#ledger/read/documents.ts';
import { Agreement, agreementOfComparison } from '../agreement/agreement.ts';
import { AgreementMatrix } from '../agreement/agreement-matrix.ts';
import { Policy } from '../agreement/policy.ts';
import { builder } from '../builder.ts';
import { pairsCompared, partiesCompared } from '../cost/compared.ts';
import { listedFromDatabase } from '../cost/database-points.ts';
import { cost } from '../cost/field-cost.ts';
import { Document } from '../document/document.ts';
import { DocumentOrder, documentConnection } from '../document/documents.ts';
import { Party } from '../party/party.ts';
import { Scope } from '../scope/scope.ts';

export const Comparison = builder.objectRef<ComparisonShape>('Comparison').implement({
  description: 'Parties side by side: where they agree, on what evidence, since when.',
  fields: (t) => ({
    parties: t.field({
      type: [Party],
      description: 'In the order asked.',
      extensions: cost({ rows: partiesCompared }),
      resolve: ({ parties }) => [...parties],
    }),
    scope: t.expose('scope', { type: Scope, description: 'What it is about.' }),
    policy: t.expose('policy', { type: Policy, description: 'How its numbers are made.' }),
    revision: t.int({
      description: 'The revision of the ledger that answered.',
      resolve: ({ snapshot }) => snapshot.revision,
    }),
    agreement: t.field({
      type: Agreement,
      description: 'The agreement of all of them.',
      extensions: cost({ points: pairsCompared }),
      resolve: agreementOfComparison,
    }),
    matrix: t.field({
      type: AgreementMatrix,
      description: 'The agreement of every one with every one.',
      extensions: cost({ points: pairsCompared }),
      resolve: agreementMatrix,
    }),
    jointDocuments: t.connection({
      type: Document,
      description:
        'Documents that all of them signed, adopted or acceded to by `asOf`. Not those with which one only associated itself.',
      args: {
        orderBy: t.arg({ type: DocumentOrder, defaultValue: 'DATE_DESC', description: 'Default: the latest first.' }),
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
