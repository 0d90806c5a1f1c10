import type { RecordTable } from './compare-records.ts';

/** Which roll call is about which issue. */
export const wantedLinks: RecordTable = {
  name: 'proposition_issue',
  key: ['proposition_id', 'issue_id'],
  content: [],
  wanted: `
    SELECT label.file, label.line, unga_proposition.id AS proposition_id, unga_issue.id AS issue_id
    FROM unga_label label JOIN unga_roll_call r USING (rcid) JOIN unga_proposition ON unga_proposition.key = r.key
    JOIN unga_issue ON unga_issue.key = label.issue`,
};
