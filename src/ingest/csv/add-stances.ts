import { parseStanceKey } from '#ledger/stance-key.ts';
import { anyTables } from '#ledger/tables/ledger-rows.ts';
import type { PropositionRow } from '#ledger/tables/propositions.ts';
import type { Column } from '#ledger/tables/table.ts';
import type { Place, Problem, Proposal } from '#ledger/write/proposal.ts';
import { addIssues, cellOf, completed, partsIn, rowPlace } from './add-records.ts';
import { isBlank, valueFor } from './cell-value.ts';
import type { SheetColumns } from './columns-file.ts';
import type { KnownNames } from './known-names.ts';
import { expectedPosition, positionIn } from './position-words.ts';
import type { Header } from './read-header.ts';
import { placeIn, type Sheet, type SheetRow } from './read-sheet.ts';
import { ofCitation, ofStance, type StatedStances } from './stated-stances.ts';

interface Context {
  readonly sheet: Sheet;
  readonly header: Header;
  readonly columns: SheetColumns;
  readonly names: KnownNames;
  readonly stated: StatedStances;
}

const fieldColumns = { ...anyTables.citation.columns, ...anyTables.stance.columns } as Readonly<Record<string, Column>>;

/** Gathers what a sheet of stances says; gives what is wrong with it. */
export function addStances(
  sheet: Sheet,
  header: Header,
  columns: SheetColumns,
  names: KnownNames,
  stated: StatedStances,
): Problem[] {
  const context = { sheet, header, columns, names, stated };
  return sheet.rows.flatMap((row) => (header.kind === 'WIDE' ? addWideRow(context, row) : addLongRow(context, row)));
}

/** A row a stance, or one of its citations. */
function addLongRow(context: Context, row: SheetRow): readonly Problem[] {
  const { header, names } = context;
  const at = rowPlace(context.sheet, header, row);
  const { party: partyText, proposition: key, heldFrom } = subjectIn(context, row);
  const party = partyText === undefined ? null : names.party(partyText, () => at('party'));
  const known = key === undefined ? null : names.proposition(key, () => at('proposition'));
  const missing = [
    ...(partyText === undefined ? [{ at: at('party'), found: 'nothing', expected: 'a party' }] : []),
    ...(key === undefined ? [{ at: at('proposition'), found: 'nothing', expected: 'the key of a proposition' }] : []),
  ];
  if (party === null || known === null) return missing;
  const shared = sharedIn(context, row, known.kind === 'ROLL_CALL', at);
  const text = cellOf(header, row, 'position') ?? context.columns.values.get('position') ?? '';
  return say(context, { party, known, heldFrom, text, shared, at });
}

/** Of whom, on what and since when, in columns of their own or in the key of the stance. */
function subjectIn({ header, columns: { values } }: Context, row: SheetRow) {
  const key = cellOf(header, row, 'stanceKey');
  if (key !== undefined && !header.columns.has('party')) {
    const stance = parseStanceKey(key);
    return { party: stance?.party ?? key, proposition: stance?.proposition, heldFrom: stance?.heldFrom };
  }
  return {
    party: cellOf(header, row, 'party', fieldColumns.party) ?? values.get('party'),
    proposition: cellOf(header, row, 'proposition') ?? values.get('proposition'),
    heldFrom: cellOf(header, row, 'heldFrom') ?? values.get('heldFrom'),
  };
}

/** A row a proposition, a column a party. */
function addWideRow(context: Context, row: SheetRow): readonly Problem[] {
  const { sheet, header, names, columns } = context;
  const at = rowPlace(sheet, header, row);
  const heldFrom = cellOf(header, row, 'heldFrom') ?? columns.values.get('heldFrom');
  const key = cellOf(header, row, 'proposition');
  if (key === undefined) return [{ at: at('proposition'), found: 'nothing', expected: 'the key of a proposition' }];
  const known = names.proposition(key, () => at('proposition'));
  if (known === null) return [];
  const shared = sharedIn(context, row, known.kind === 'ROLL_CALL', at);
  return header.others.flatMap(({ column, called }) => {
    const text = row.cells[column] ?? '';
    if (isBlank(text, false)) return [];
    const party = names.party(called, () => placeIn(sheet, sheet.headerLine, sheet.header[column]));
    if (party === null) return [];
    const place: Place = (field) =>
      field === 'position' || field === 'party' ? placeIn(sheet, row.line, sheet.header[column]) : at(field);
    return say(context, { party, known, heldFrom, text, shared, at: place });
  });
}

interface Shared {
  readonly stance: Readonly<Record<string, unknown>>;
  readonly citation: Readonly<Record<string, unknown>>;
}

/** What the cells of a row, and else the values for all rows, say of stance and citation beside party, proposition, day and position. */
function sharedIn({ header, columns: { values }, names }: Context, row: SheetRow, isVote: boolean, at: Place): Shared {
  const textsOf = (fields: readonly string[]) =>
    new Map(fields.map((field) => [field, cellOf(header, row, field, fieldColumns[field])] as const));
  const stance = textsOf(ofStance.filter((field) => field !== 'position'));
  const citation = textsOf(ofCitation);
  // The document of a roll call shows its votes; values for all rows are for the others.
  const isCited = citation.get('document') !== undefined || (values.has('document') && !isVote);
  const document = citation.get('document') ?? (isCited ? values.get('document') : undefined);
  if (document !== undefined) names.document(document, () => at('document'));
  const forStance = new Map([...values].filter(([field]) => !(isVote && field === 'basis')));
  const saidIn = (texts: ReadonlyMap<string, string | undefined>, constants: ReadonlyMap<string, string>) =>
    Object.fromEntries(
      Array.from(texts).flatMap(([field, cell]) => {
        const text = cell ?? constants.get(field);
        return text === undefined ? [] : [[field, valueFor(fieldColumns[field] as Column, text)]]; // fields of the tables
      }),
    );
  const isOfProposition = header.kind === 'WIDE' && header.columns.has('text') && isVote;
  return {
    stance: saidIn(stance, forStance),
    citation: isOfProposition ? {} : saidIn(citation, isCited ? values : new Map()),
  };
}

interface Speaking {
  readonly party: string;
  readonly known: Parameters<StatedStances['say']>[0]['proposition'];
  readonly heldFrom: string | undefined;
  readonly text: string;
  readonly shared: Shared;
  readonly at: Place;
}

function say(
  { columns: { words }, stated }: Context,
  { party, known, heldFrom, text, shared, at }: Speaking,
): readonly Problem[] {
  const said = isBlank(text, false) ? undefined : positionIn(text, words);
  if (said === null) return [{ at: at('position'), found: JSON.stringify(text), expected: expectedPosition(words) }];
  const isAbsent = said === 'ABSENT';
  const stance = isAbsent || said === undefined ? shared.stance : { position: said, ...shared.stance };
  stated.say({ party, proposition: known, heldFrom, isAbsent, stance, citation: shared.citation, at });
  return [];
}

/** Adds the propositions that the rows of a wide sheet describe. */
export function addWidePropositions(proposal: Proposal, sheet: Sheet, header: Header): void {
  if (!header.columns.has('text')) return;
  for (const row of sheet.rows) {
    const at = rowPlace(sheet, header, row);
    const key = cellOf(header, row, 'proposition');
    const said = Object.entries<Column>(anyTables.proposition.columns).map(([field, column]) => {
      const text = cellOf(header, row, field);
      return [field, text === undefined || field === 'document' ? undefined : valueFor(column, text)];
    });
    const record: Record<string, unknown> = { ...Object.fromEntries(said), key };
    if (record.kind === 'ROLL_CALL') {
      record.document = cellOf(header, row, 'document');
      record.tabledOn ??= cellOf(header, row, 'heldFrom');
      record.tabledOnPrecision = valueFor(
        fieldColumns.heldFromPrecision as Column,
        cellOf(header, row, 'heldFromPrecision') ?? 'DAY',
      );
    }
    proposal.proposition.push({
      row: completed('proposition', record) as unknown as PropositionRow,
      at: (field) => at(field === 'key' ? 'proposition' : field),
    });
    addIssues(proposal, String(key), partsIn(header, row, 'issues'), at);
  }
}
