import { styleText } from 'node:util';
import { noValueReasons } from '#agreement/contingency.ts';
import type { ComparisonSummary, Source, SummaryCell, SummaryRow } from './comparison-summary.ts';

/** What a page is printed on. */
export interface Paper {
  /** Columns of a terminal; Infinity where lines need no end. */
  readonly width: number;
  readonly colours: boolean;
}

const colourOf = { AGREE: 'green', DIVIDED: 'red', NEUTRAL: 'yellow', MIXED: 'yellow', UNKNOWN: 'gray' } as const;

/** A comparison as a table for people, in lines. */
export function comparisonPage(summary: ComparisonSummary, paper: Paper): string[] {
  const { parties, asOf, asKnownAt, agreement, rows, rowCount } = summary;
  const names = parties.map(({ name, key }) => `${plain(name)} (${key})`).join(', ');
  const left = rowCount - rows.length;
  return [
    ...wrapped(names, paper.width, ''),
    `As of ${asOf}, revision ${asKnownAt}.`,
    '',
    ...agreementLines(agreement, paper),
    ...rows.flatMap((row, index) => [...issueLines(row, rows[index - 1], paper), ...rowLines(row, summary, paper)]),
    ...(left > 0 ? ['', `${left} more ${left === 1 ? 'row' : 'rows'}; --limit shows them.`] : []),
    ...(rowCount === 0 ? ['', 'There is no proposition on which two of them hold a position.'] : []),
  ];
}

function agreementLines(agreement: ComparisonSummary['agreement'], { width, colours }: Paper): string[] {
  const { measure, value, reason, sharedPropositions: shared, same, partial, opposite, warnings } = agreement;
  const number =
    value === null ? `none (${reason}: ${noValueReasons[reason as keyof typeof noValueReasons]})` : value.toFixed(3);
  const counted = `${shared} shared ${shared === 1 ? 'proposition' : 'propositions'}: ${same} same, ${partial} partial, ${opposite} opposite.`;
  const [first = '', ...more] = wrapped(`${measure}: ${number}`, width, '  ');
  return [
    colours ? styleText('bold', first, { validateStream: false }) : first,
    ...more,
    ...wrapped(counted, width, ''),
    ...warnings.flatMap(({ code, message }) => wrapped(`Warning ${code}: ${message}`, width, '  ')),
  ];
}

/** The heading of an issue, before the first of its rows. */
function issueLines({ issues: [issue = 'no issue'] }: SummaryRow, before: SummaryRow | undefined, { colours }: Paper) {
  if (before !== undefined && (before.issues[0] ?? 'no issue') === issue) return [];
  return ['', colours ? styleText('bold', issue, { validateStream: false }) : issue];
}

function rowLines(row: SummaryRow, { parties }: ComparisonSummary, { width, colours }: Paper): string[] {
  const { proposition, verdict, side, since, sinceIsFirstKnown, cells } = row;
  const said = side === null ? verdict : `${verdict} ${side}`;
  const shown = colours ? styleText(colourOf[verdict], said, { validateStream: false }) : said;
  const when = since === null ? '' : `  since ${since}${sinceIsFirstKnown ? ' or earlier' : ''}`;
  const longest = Math.max(...parties.map(({ name }) => plain(name).length));
  return [
    '',
    `  ${shown}${when}`,
    ...wrapped(`  ${proposition.key}: ${plain(proposition.text)}`, width, '  '),
    ...cells.map((cell, index) =>
      cut(`    ${plain(parties[index]?.name ?? cell.party).padEnd(longest)}  ${cellText(cell)}`, width),
    ),
  ];
}

const longestPosition = 'LEAN_SUPPORT'.length;

function cellText({ state, position, heldFrom, citations, derivation }: SummaryCell): string {
  if (derivation !== null) return derivedText(state, position, derivation);
  if (position === null) return state === 'ABSENT' ? 'absent' : '-';
  const [first, ...others] = citations;
  const source = first === undefined ? '' : `  ${sourceText(first)}${others.length > 0 ? ` (+${others.length})` : ''}`;
  return `${position.padEnd(longestPosition)}  ${heldFrom}${source}`;
}

/** What the members of a bloc make of it: nobody may take their positions for a stance of the bloc. */
function derivedText(
  state: SummaryCell['state'],
  position: SummaryCell['position'],
  { members, spoke, support, neutral, oppose }: NonNullable<SummaryCell['derivation']>,
): string {
  const shown = position ?? (state === 'SPLIT' ? 'split' : '-');
  if (spoke === 0) return shown;
  return `${shown.padEnd(longestPosition)}  by its ${members} members: ${support} for, ${neutral} neutral, ${oppose} against`;
}

const sourceText = ({ document, locator }: Source): string =>
  plain(locator === null ? document.title : `${locator} of ${document.title}`);

/** A text of the ledger without what a terminal would take for a command. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are to be removed
export const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');

const cut = (line: string, width: number): string => (line.length > width ? `${line.slice(0, width - 1)}…` : line);

/** Lines of whole words; those after the first begin with `indent`. */
function wrapped(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) /)) {
    if (line !== '' && `${line} ${word}`.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
