import { positionValue } from '#agreement/position.ts';
import { deed } from '#ledger/tables/deeds.ts';
import { difference } from '#ledger/tables/differences.ts';
import { document, signatory } from '#ledger/tables/documents.ts';
import { membership, party } from '#ledger/tables/parties.ts';
import { passage } from '#ledger/tables/passages.ts';
import { issue, proposition, propositionIssue } from '#ledger/tables/propositions.ts';
import { source } from '#ledger/tables/sources.ts';
import { absence, citation, stance, verbGuide } from '#ledger/tables/stances.ts';
import { slugPattern } from '#ledger/tables/table.ts';
import { optional, required, stanceKeySql } from './ledger-column.ts';
import {
  amendedBetween,
  cameOrWent,
  catalogueAt,
  exported,
  knownAt,
  type LedgerTable,
  type Rows,
} from './ledger-table.ts';

const revisions: LedgerTable = {
  name: 'revisions',
  title: 'Revisions',
  description: 'Every committed change of the ledger up to the exported one. Numbers have no gaps.',
  primaryKey: ['number'],
  references: [],
  columns: [
    required.integer('number', 't.number', 'Number of the revision, from 1.', { minimum: 1 }),
    required.datetime('time', 't.time', 'Time of the commit.'),
    required.text('author', 't.author', 'Author of the revision.'),
    required.text('source', 't.source', 'Source of its records: `seeds`, `unga`, or the name of another source.'),
    required.text('message', 't.message', 'Reason for the revision.'),
    required.text(
      'digest',
      `encode(t.digest, 'hex')`,
      'SHA-256 over the previous digest and everything that the revision added, amended and retired; 64 hex digits.',
    ),
  ],
  from: ({ at }) => `revision t WHERE t.number <= ${at}`,
  orderBy: 't.number',
};

const stanceKeyPattern = { pattern: `${slugPattern}--${slugPattern}--[0-9]{4}-[0-9]{2}-[0-9]{2}` };

const valueOfPosition = `CASE t.position ${Object.entries(positionValue)
  .map(([position, value]) => `WHEN '${position}' THEN float8 '${value}'`)
  .join(' ')} END`;

// When a row is corrected, the periods in force of the stances before and after it may change; when a citation comes or goes, or a document gets another
// date, the day on which the stance was last confirmed.
const mayDiffer = (rows: Rows) =>
  rows.changedBetween === undefined
    ? 'true'
    : `(s.proposition_id, s.party_id) IN (
        SELECT c.proposition_id, c.party_id FROM stance c WHERE ${cameOrWent('c', rows)}
        UNION SELECT c.proposition_id, c.party_id FROM stance c JOIN citation ON citation.stance_id = c.id
        WHERE ${cameOrWent('citation', rows)} OR citation.document_id IN (${amendedBetween('document', rows.changedBetween)}))`;

/** The day of the latest document that shows each stance, where there is one. */
const shownLast = (rows: Rows) => `
  SELECT citation.stance_id, max(dated.date) AS day
  FROM citation JOIN (SELECT t.id, t.date FROM ${catalogueAt('document', rows)}) dated ON dated.id = citation.document_id
  WHERE citation.role = 'PRIMARY' AND ${knownAt('citation', rows)} GROUP BY citation.stance_id`;

const stances = exported(stance, {
  name: 'stances',
  title: 'Stances',
  description: 'Positions of parties on propositions, each held from a day on. Nobody is neutral who has no row here.',
  primaryKey: ['key'],
  columns: ({ party, proposition, position, heldFrom, heldFromPrecision, heldUntil, ...others }) => [
    required.text(
      'key',
      stanceKeySql(party.sql, proposition.sql, heldFrom.sql),
      'Party in lower case, proposition and first day, joined by `--`.',
      stanceKeyPattern,
    ),
    party,
    proposition,
    position,
    required.number('value', valueOfPosition, 'The position as a number, from -1 (oppose) to 1 (support).', {
      minimum: -1,
      maximum: 1,
    }),
    heldFrom,
    heldFromPrecision,
    heldUntil,
    optional.date(
      'in_force_until',
      't.in_force_until',
      'First day on which it is no longer in force: its own end or the next stance of the same party on the same proposition, whichever is earlier; empty while it has no end.',
    ),
    required.date(
      'last_confirmed',
      't.last_confirmed',
      'Day of the latest document that shows it, reports that only carry a text aside; at least its first day, which is that of a vote.',
    ),
    ...Object.values(others),
  ],
  rows: (rows) => `(
      SELECT s.*, least(s.held_until, lead(s.held_from) OVER (PARTITION BY s.proposition_id, s.party_id ORDER BY s.held_from)) AS in_force_until,
        greatest(s.held_from, shown.day) AS last_confirmed
      FROM stance s LEFT JOIN (${shownLast(rows)}) shown ON shown.stance_id = s.id WHERE ${knownAt('s', rows)} AND ${mayDiffer(rows)}
    )`,
  orderBy: 't.proposition_id, t.party_id, t.held_from',
});

const citations = exported(citation, {
  name: 'citations',
  title: 'Citations',
  description:
    'The documents that show a stance. A vote has no citation of its own; the document of its roll call shows it.',
  primaryKey: ['stance_key', 'ordinal'],
  columns: ({ party, proposition, heldFrom, ...own }) => [
    required.text(
      'stance_key',
      stanceKeySql(party.sql, proposition.sql, heldFrom.sql),
      'The stance.',
      stanceKeyPattern,
    ),
    ...Object.values(own),
  ],
  references: [{ columns: ['stance_key'], table: 'stances', key: ['key'], named: 'stance.id', there: 't.id' }],
  orderBy: 'stance.proposition_id, stance.party_id, stance.held_from, t.ordinal',
});

/** Keys of the rows linked to a passage, sorted, as a JSON array. */
const linked = (name: string, key: string, from: string, rows: Rows) => `
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(${key} ORDER BY ${key} COLLATE "C"), '[]') AS keys
    FROM ${from} WHERE link.passage_id = t.id AND ${knownAt('link', rows)}
  ) ${name}`;

const passages = exported(passage, {
  name: 'passages',
  title: 'Passages',
  description: 'What a document says at a place, whether or not it is a stance.',
  columns: (declared) => [
    ...Object.values(declared),
    required.array(
      'party_keys',
      'speakers.keys',
      'Keys of the parties whose words the passage reports, as a JSON array.',
    ),
    required.array('stance_keys', 'shown.keys', 'Keys of the stances that the passage shows, as a JSON array.'),
  ],
  joins: (rows) => `
    ${linked('speakers', 'party.key', 'passage_party link JOIN party ON party.id = link.party_id', rows)}
    ${linked(
      'shown',
      `(${stanceKeySql('party.key', 'proposition.key', 'link.held_from')})`,
      'passage_stance link JOIN party ON party.id = link.party_id JOIN proposition ON proposition.id = link.proposition_id',
      rows,
    )}`,
});

/** Every exported table of the ledger, each after those that its rows reference. */
export const ledgerTables: readonly LedgerTable[] = [
  revisions,
  exported(source, {
    name: 'sources',
    title: 'Sources',
    description: 'Whose records the revisions of a source hold, how to cite them, and on which terms they may be used.',
  }),
  exported(verbGuide, {
    name: 'verb_guide',
    title: 'Verb guide',
    description: 'Which diplomatic verbs curators read as which position. A judgement, not a law.',
  }),
  exported(party, {
    name: 'parties',
    title: 'Parties',
    description: 'Countries, former ones too, and blocs; persons and groups of parliaments.',
  }),
  exported(membership, {
    name: 'memberships',
    title: 'Memberships',
    description: 'Who belongs to a bloc or group, from when until when. One at a time per bloc and member.',
  }),
  exported(issue, { name: 'issues', title: 'Issues', description: 'What is contended.' }),
  exported(document, {
    name: 'documents',
    title: 'Documents',
    description: 'The sources: statements, treaties, resolutions, reports.',
  }),
  exported(signatory, {
    name: 'signatories',
    title: 'Signatories',
    description: 'Who stands behind a document, and since when.',
  }),
  exported(proposition, {
    name: 'propositions',
    title: 'Propositions',
    description:
      'Sentences that can be supported or opposed: claims, and roll calls such as those of the UN General Assembly.',
  }),
  exported(propositionIssue, {
    name: 'proposition_issues',
    title: 'Issues of propositions',
    description: 'Which proposition belongs to which issues; there may be none, one or several.',
  }),
  exported(deed, {
    name: 'deeds',
    title: 'Deeds',
    description:
      'Votes that say the same as a claim, or the contrary. They are named by body and symbol, whether or not the ledger holds a roll call on them.',
  }),
  stances,
  citations,
  exported(absence, {
    name: 'absences',
    title: 'Absences',
    description: 'A party could take a position on that day and did not. Never a position, not even a neutral one.',
    orderBy: 't.proposition_id, t.party_id, t.date',
  }),
  exported(difference, {
    name: 'differences',
    title: 'Differences',
    description:
      'Votes of which a source says otherwise than the source that the ledger goes by. They are no stances, and no number takes them into account.',
    columns: ({ proposition, party, source, position, address }) => [
      proposition,
      party,
      source,
      position,
      optional.text(
        'ledger_position',
        'held.position',
        'The position that the ledger goes by; empty where it has an absence, or nothing any more.',
      ),
      address,
    ],
    joins: (rows) => `
      LEFT JOIN LATERAL (
        SELECT s.position FROM stance s WHERE s.proposition_id = t.proposition_id AND s.party_id = t.party_id AND ${knownAt('s', rows)}
        ORDER BY s.held_from DESC LIMIT 1) held ON true`,
  }),
  passages,
];
