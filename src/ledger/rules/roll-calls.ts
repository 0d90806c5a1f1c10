import type { Precision } from '#postgres/generated/enums.ts';
import type { PropositionRow } from '../tables/proposition.ts';
import type { Rule } from './rule.ts';

/** As much of a date as its precision makes true. */
const known = (date: string, precision: Precision | null) =>
  precision === 'YEAR'
    ? date.slice(0, 4)
    : precision === 'MONTH' || precision === 'APPROXIMATE'
      ? date.slice(0, 7)
      : date;

const described = ['body', 'session', 'tabledOn', 'tabledOnPrecision', 'textScope'] as const;
const ofRollCallsAlone = [...described, 'important', 'yes', 'no', 'abstain'] as const;

/** Whether a vote on `date` came before the roll call was tabled, as far as the dates are known. */
function tooEarly(date: string, rollCall: PropositionRow): boolean {
  if (rollCall.tabledOn === null) return false;
  const tabled = known(rollCall.tabledOn, rollCall.tabledOnPrecision);
  return date.slice(0, tabled.length) < tabled;
}

/** A roll call is described as one, nobody votes before it is tabled, and a vote is yes, no or abstention. */
export const rollCalls: Rule = function* (proposal, prospect) {
  for (const { row, at } of proposal.proposition) {
    for (const field of row.kind === 'ROLL_CALL' ? described : []) {
      if (row[field] === null) yield { at: at(), found: `a roll call without ${field}`, expected: `its ${field}` };
    }
    for (const field of row.kind === 'CLAIM' ? ofRollCallsAlone : []) {
      if (row[field] !== null)
        yield { at: at(field), found: `${field} of a claim`, expected: 'this field only on a ROLL_CALL' };
    }
  }
  for (const { row, at } of proposal.stance) {
    const rollCall = prospect.proposition.get(row.proposition);
    if (rollCall?.kind !== 'ROLL_CALL') continue;
    if (tooEarly(row.heldFrom, rollCall)) {
      yield {
        at: at('heldFrom'),
        found: `a vote on ${row.heldFrom}`,
        expected: `${rollCall.tabledOn}, the day of the roll call, or later`,
      };
    }
    if (row.basis !== 'VOTE') yield { at: at('basis'), found: row.basis, expected: 'VOTE on a roll call' };
    if (row.position.startsWith('LEAN')) {
      yield { at: at('position'), found: row.position, expected: 'SUPPORT, NEUTRAL or OPPOSE on a roll call' };
    }
  }
  for (const { row, at } of proposal.absence) {
    const rollCall = prospect.proposition.get(row.proposition);
    if (rollCall?.kind === 'ROLL_CALL' && tooEarly(row.date, rollCall)) {
      yield {
        at: at('date'),
        found: `an absence on ${row.date}`,
        expected: `${rollCall.tabledOn}, the day of the roll call, or later`,
      };
    }
  }
};
