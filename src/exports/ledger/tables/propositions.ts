import { Precision, PropositionKind, TextScope } from '#postgres/generated/enums.ts';
import { addedIn, chosen, maybeChosen, optional, required, slugPattern } from '../ledger-column.ts';
import { addedInRevision, catalogueAt, type LedgerTable, references } from '../ledger-table.ts';

const claims = 'empty for claims';

export const propositions: LedgerTable = {
  name: 'propositions',
  title: 'Propositions',
  description:
    'Sentences that can be supported or opposed: claims, and roll calls such as those of the UN General Assembly.',
  primaryKey: ['key'],
  references: [references('documents', 'document_key', 'document.id'), addedInRevision],
  columns: [
    required.text('key', 't.key', 'Slug of the proposition.', slugPattern),
    chosen('kind', 't.kind', PropositionKind, 'Claim or roll call.'),
    required.text('text', 't.text', 'The sentence; for a roll call the title of the text that was voted on.'),
    optional.text('note', 't.note', 'Note by the curators.'),
    optional.text('body', 't.body', `Body that voted; ${claims}.`),
    optional.integer('session', 't.session', `Session number; ${claims}.`),
    optional.text('symbol', 't.symbol', `Symbol of the resolution or draft; ${claims} and where unknown.`),
    optional.date('tabled_on', 't.tabled_on', `Day of the vote; ${claims}.`),
    maybeChosen('tabled_on_precision', 't.tabled_on_precision', Precision, `How exact that day is; ${claims}.`),
    maybeChosen('text_scope', 't.text_scope', TextScope, `How much of the text was put to the vote; ${claims}.`),
    optional.flag(
      'important',
      't.important',
      `Whether the US State Department called the vote important; ${claims} and where unknown.`,
    ),
    optional.integer('yes', 't.yes', `Votes in favour; ${claims} and where unknown.`, { minimum: 0 }),
    optional.integer('no', 't.no', `Votes against; ${claims} and where unknown.`, { minimum: 0 }),
    optional.integer('abstain', 't.abstain', `Abstentions; ${claims} and where unknown.`, { minimum: 0 }),
    optional.text(
      'document_key',
      'document.key',
      `Document of the roll call, which its votes cite; ${claims}.`,
      slugPattern,
    ),
    addedIn(),
  ],
  from: (rows) => catalogueAt('proposition', rows, 'LEFT JOIN document ON document.id = t.document_id'),
  orderBy: 't.key',
};
