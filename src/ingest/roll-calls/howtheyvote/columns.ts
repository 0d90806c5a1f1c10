import type { Columns } from '../bodies/table-header.ts';

export const memberColumns = {
  required: ['id', 'first_name', 'last_name', 'country_code'],
  left: ['date_of_birth', 'email', 'facebook', 'twitter'],
} as const satisfies Columns<string>;

export const countryColumns = {
  required: ['code', 'label'],
  left: ['iso_alpha_2'],
} as const satisfies Columns<string>;

export const groupColumns = {
  required: ['code', 'official_label', 'label', 'short_label'],
} as const satisfies Columns<string>;

export const membershipColumns = {
  required: ['member_id', 'group_code', 'term', 'start_date', 'end_date'],
} as const satisfies Columns<string>;

export const rollCallColumns = {
  required: ['id', 'timestamp', 'display_title', 'reference', 'description', 'is_main'],
  optional: ['procedure_reference', 'procedure_title', 'amendment_subject', 'amendment_number'],
  left: [
    ...['is_featured', 'procedure_type', 'procedure_stage', 'result', 'adopted_text_reference'],
    ...['count_for', 'count_against', 'count_abstention', 'count_did_not_vote'],
  ],
} as const satisfies Columns<string, string>;

export const voteColumns = {
  required: ['vote_id', 'member_id', 'position'],
  left: ['country_code', 'group_code'],
} as const satisfies Columns<string>;
