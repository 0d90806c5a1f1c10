import type { LedgerTable } from './ledger-table.ts';
import { absences } from './tables/absences.ts';
import { citations } from './tables/citations.ts';
import { documents } from './tables/documents.ts';
import { issues } from './tables/issues.ts';
import { memberships } from './tables/memberships.ts';
import { parties } from './tables/parties.ts';
import { passages } from './tables/passages.ts';
import { propositionIssues } from './tables/proposition-issues.ts';
import { propositions } from './tables/propositions.ts';
import { revisions } from './tables/revisions.ts';
import { signatories } from './tables/signatories.ts';
import { stances } from './tables/stances.ts';
import { verbGuide } from './tables/verb-guide.ts';

/** Every exported table of the ledger, each after those that its rows name. */
export const ledgerTables: readonly LedgerTable[] = [
  revisions,
  verbGuide,
  parties,
  memberships,
  issues,
  documents,
  signatories,
  propositions,
  propositionIssues,
  stances,
  citations,
  absences,
  passages,
];
