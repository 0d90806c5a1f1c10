import type { PartyKind } from '#postgres/generated/enums.ts';
import type { MembershipRow } from '../tables/parties.ts';
import type { Rule } from './rule.ts';

const end = ({ until }: MembershipRow) => until ?? '9999-12-31';
const overlap = (a: MembershipRow, b: MembershipRow) => a.from < end(b) && b.from < end(a);
const period = ({ from, until }: MembershipRow) => (until === null ? `from ${from}` : `${from} to ${until}`);

/** Whose members are of which kind. */
const membersOf: Readonly<Partial<Record<PartyKind, { readonly kind: PartyKind; readonly expected: string }>>> = {
  BLOC: { kind: 'COUNTRY', expected: 'a country, or the bloc as a participant' },
  GROUP: { kind: 'PERSON', expected: 'a person, or the group as a participant' },
};

const words: Readonly<Record<PartyKind, string>> = {
  COUNTRY: 'country',
  BLOC: 'bloc',
  PERSON: 'person',
  GROUP: 'group',
};

/**
 * Blocs and groups have members: countries those, persons these. A member belongs to a bloc or a group once at a time. A bloc can take part in
 * another.
 */
export const memberships: Rule = function* (proposal, after) {
  const byPair = Map.groupBy(after.membership.values(), ({ bloc, member }) => `${bloc} | ${member}`);
  const proposed = new Set(proposal.membership.map(({ row }) => row));
  for (const { row, at } of proposal.membership) {
    const [whole, member] = [after.party.get(row.bloc)?.kind, after.party.get(row.member)?.kind];
    const members = whole === undefined ? undefined : membersOf[whole];
    if (whole !== undefined && members === undefined) {
      yield { at: at('bloc'), found: `members of the ${words[whole]} ${row.bloc}`, expected: 'a bloc or a group' };
    }
    if (row.role === 'MEMBER' && members !== undefined && member !== undefined && member !== members.kind) {
      yield { at: at('member'), found: `the ${words[member]} ${row.member} as a member`, expected: members.expected };
    }
    if (row.role === 'PARTICIPANT' && row.bloc === row.member) {
      yield { at: at('member'), found: `${row.member} in itself`, expected: 'another party' };
    }
    for (const other of byPair.get(`${row.bloc} | ${row.member}`) ?? []) {
      // Of two that are proposed together, the later one is named.
      if (overlap(row, other) && (other.from < row.from || (other.from > row.from && !proposed.has(other)))) {
        yield {
          at: at('from'),
          found: `${row.member} in ${row.bloc} ${period(row)}, which overlaps ${period(other)}`,
          expected: 'one membership at a time',
        };
      }
    }
  }
};

/** What ends, ends after it begins. */
export const periods: Rule = function* (proposal) {
  for (const { row, at } of proposal.stance) {
    if (row.heldUntil !== null && row.heldUntil <= row.heldFrom) {
      yield { at: at('heldUntil'), found: `held until ${row.heldUntil}`, expected: `a day after ${row.heldFrom}` };
    }
  }
  for (const { row, at } of proposal.membership) {
    if (row.until !== null && row.until <= row.from) {
      yield { at: at('until'), found: `until ${row.until}`, expected: `a day after ${row.from}` };
    }
  }
};
