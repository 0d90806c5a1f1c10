import { positionValue } from '#agreement/position.ts';
import { Basis, ChangeKind, Confidence, Position, Precision, Tier } from '#postgres/generated/enums.ts';
import {
  addedIn,
  chosen,
  maybeChosen,
  optional,
  required,
  slugPattern,
  stanceKeyPattern,
  stanceKeySql,
} from '../ledger-column.ts';
import { addedInRevision, cameOrWent, knownAt, type LedgerTable, type Rows, references } from '../ledger-table.ts';

const valueSql = `CASE t.position ${Object.entries(positionValue)
  .map(([position, value]) => `WHEN '${position}' THEN float8 '${value}'`)
  .join(' ')} END`;

// Of a corrected row its neighbours in time may be in force for longer or shorter.
const mayDiffer = (rows: Rows) =>
  rows.changedBetween === undefined
    ? 'true'
    : `(s.proposition_id, s.party_id) IN (SELECT c.proposition_id, c.party_id FROM stance c WHERE ${cameOrWent('c', rows)})`;

export const stances: LedgerTable = {
  name: 'stances',
  title: 'Stances',
  description: 'Positions of parties on propositions, each held from a day on. Nobody is neutral who has no row here.',
  primaryKey: ['key'],
  references: [
    references('parties', 'party_key', 'party.id'),
    references('propositions', 'proposition_key', 'proposition.id'),
    addedInRevision,
  ],
  columns: [
    required.text(
      'key',
      stanceKeySql('party.key', 'proposition.key', 't.held_from'),
      'Party in lower case, proposition and first day, joined by `--`.',
      stanceKeyPattern,
    ),
    required.text('party_key', 'party.key', 'Party that holds the position.'),
    required.text('proposition_key', 'proposition.key', 'On what.', slugPattern),
    chosen('position', 't.position', Position, 'The position.'),
    required.number('value', valueSql, 'The position as a number, from -1 (oppose) to 1 (support).', {
      minimum: -1,
      maximum: 1,
    }),
    required.date('held_from', 't.held_from', 'First day on which the position is held.'),
    chosen('held_from_precision', 't.held_from_precision', Precision, 'How exact that day is.'),
    optional.date(
      'held_until',
      't.held_until',
      'First day on which the party no longer held it by its own account; empty when none is recorded.',
    ),
    optional.date(
      'in_force_until',
      't.in_force_until',
      'First day on which it is no longer in force: its own end or the next stance of the same party on the same proposition, whichever is earlier; empty while it has no end.',
    ),
    chosen('basis', 't.basis', Basis, 'How the party is bound to the position.'),
    chosen('confidence', 't.confidence', Confidence, 'How certain the curators are.'),
    chosen('tier', 't.tier', Tier, '`CORE`, or `EXTENDED` for bulk records.'),
    maybeChosen(
      'change_kind',
      't.change_kind',
      ChangeKind,
      'What changed since the previous stance; empty when nothing did.',
    ),
    optional.text('verb', 't.verb', 'Diplomatic verb from which the position was read.'),
    optional.text('rationale', 't.rationale', 'Why the position was read that way.'),
    addedIn(),
  ],
  from: (rows) => `(
      SELECT s.*, least(s.held_until, lead(s.held_from) OVER (PARTITION BY s.proposition_id, s.party_id ORDER BY s.held_from)) AS in_force_until
      FROM stance s WHERE ${knownAt('s', rows)} AND ${mayDiffer(rows)}
    ) t LEFT JOIN party ON party.id = t.party_id LEFT JOIN proposition ON proposition.id = t.proposition_id`,
  orderBy: 't.proposition_id, t.party_id, t.held_from',
};
