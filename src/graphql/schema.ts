import './scalar/date.ts';
import './scalar/date-time.ts';
import './scalar/url.ts';
import './node/node.ts';
import './party/parties.ts';
import './party/party-memberships.ts';
import './issue/issues.ts';
import './proposition/propositions.ts';
import './proposition/issue-propositions.ts';
import './proposition/proposition-document.ts';
import './document/documents.ts';
import './document/signatory.ts';
import './stance/stances.ts';
import './stance/citation.ts';
import './passage/passage.ts';
import './revision/revision.ts';
import './agreement/evidence.ts';
import './comparison/comparison-row-list.ts';
import './comparison/issue-comparison.ts';
import './comparison/comparison-queries.ts';
import './dataset/dataset.ts';
import './export/exports.ts';
import { builder } from './builder.ts';

/** The executable schema; the files imported above add their types and fields to it. */
export const schema = builder.toSchema();
