import type { Columns } from '../bodies/table-header.ts';

const scores = ['nominate_log_likelihood', 'prob', 'conditional'];

export const memberColumns = {
  required: ['congress', 'chamber', 'icpsr', 'party_code', 'bioname'],
  optional: ['state_abbrev', 'bioguide_id'],
  left: [
    ...['state_icpsr', 'district_code', 'occupancy', 'last_means', 'born', 'died', 'nominate_dim1', 'nominate_dim2'],
    ...['nominate_geo_mean_probability', 'nominate_number_of_votes', 'nominate_number_of_errors'],
    ...['nokken_poole_dim1', 'nokken_poole_dim2', ...scores],
  ],
} as const satisfies Columns<string, string>;

export const partyColumns = {
  required: ['party_code', 'party_name'],
  left: [
    ...['congress', 'chamber', 'n_members', 'nominate_dim1_median', 'nominate_dim2_median'],
    ...['nominate_dim1_mean', 'nominate_dim2_mean'],
  ],
} as const satisfies Columns<string>;

export const rollCallColumns = {
  required: ['congress', 'chamber', 'rollnumber', 'date'],
  optional: ['bill_number', 'vote_question', 'vote_desc', 'dtl_desc'],
  left: [
    ...['session', 'clerk_rollnumber', 'majority_requirement', 'yea_count', 'nay_count', 'vote_result'],
    ...['nominate_mid_1', 'nominate_mid_2', 'nominate_spread_1', 'nominate_spread_2', ...scores],
  ],
} as const satisfies Columns<string, string>;

export const voteColumns = {
  required: ['congress', 'chamber', 'rollnumber', 'icpsr', 'cast_code'],
  left: scores,
} as const satisfies Columns<string>;
