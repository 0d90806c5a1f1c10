import { beforeAll, describe, expect, test } from 'vitest';
import { utcDay } from '#agreement/day.ts';
import { comparisonPage } from '#cli/compare/comparison-page.ts';
import { type ComparisonSummary, summaryOf } from '#cli/compare/comparison-summary.ts';
import { parseDay } from '#cli/compare/scope-options.ts';
import { paperOf } from '#cli/paper.ts';
import { type AskedComparison, askedComparison } from '#comparison/asked-comparison.ts';
import { buildSnapshot } from '#snapshot/build-snapshot.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { useServer } from '../api/running-server.ts';
import { say } from '../ingest/say.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('seeded');
const server = useServer(database);
const clock = { today: utcDay(new Date('2026-01-15')) };
let snapshot: Snapshot;

beforeAll(async () => {
  snapshot = await buildSnapshot(database.url);
});

const summarize = (asked: AskedComparison, limit = Number.POSITIVE_INFINITY) =>
  summaryOf(database.pool, askedComparison(snapshot, asked, clock), { verdicts: null, limit });

const ofNato = { parties: ['China', 'rus'], scope: { issues: ['nato-enlargement'] } };
const page = (summary: ComparisonSummary, width = 80, colours = false) => comparisonPage(summary, { width, colours });

test('the JSON says what the API says of the same comparison', async () => {
  const summary = await summarize(ofNato);
  const { comparison } = await server.dataOf<{
    comparison: Record<string, unknown> & { rows: { nodes: object[]; totalCount: number } };
  }>(
    `{ comparison(parties: ["CN", "RU"], scope: { issues: ["nato-enlargement"] }) {
      parties { key name }
      revision
      agreement { measure value reason sharedPropositions pairs same partial opposite warnings { code message count } }
      rows { totalCount nodes { proposition { key text } verdict side since sinceIsFirstKnown
        cells { party { key } state position stance { heldFrom heldFromPrecision basis confidence
          citations { document { key title publisher date } locator keyPhrase } } } } }
    } }`,
  );
  const { parties, revision, agreement, rowCount, rows } = summary;
  expect({ parties, revision, agreement, rowCount }).toEqual({
    parties: comparison.parties,
    revision: comparison.revision,
    agreement: comparison.agreement,
    rowCount: comparison.rows.totalCount,
  });
  expect(
    rows.map(({ issues, cells, ...row }) => ({
      ...row,
      cells: cells.map(({ party, state, position, derivation: _, ...stance }) => ({
        party: { key: party },
        state,
        position,
        stance: position === null ? null : stance,
      })),
    })),
  ).toEqual(comparison.rows.nodes);
  expect(rows.length).toBeGreaterThan(2);
});

const ofBlocs = { parties: ['nato', 'BRICS', 'RU'], scope: { propositions: ['nn-ban-treaty', 'uw-withdraw'] } };

test('the JSON has what the members of a bloc make, as the API has it', async () => {
  const { rows } = await summarize(ofBlocs);
  const { comparison } = await server.dataOf<{ comparison: { rows: { nodes: { cells: object[] }[] } } }>(
    `{ comparison(parties: ["nato", "BRICS", "RU"], scope: { propositions: ["nn-ban-treaty", "uw-withdraw"], asOf: "2026-01-15" }) {
      rows { nodes { cells { state position derivation { members spoke support neutral oppose absent weightless } } } }
    } }`,
  );
  expect(
    rows.map(({ cells }) => cells.map(({ state, position, derivation }) => ({ state, position, derivation }))),
  ).toEqual(comparison.rows.nodes.map(({ cells }) => cells));
  expect(new Set(rows.flatMap(({ cells }) => cells.map(({ state }) => state)))).toEqual(
    new Set(['DERIVED', 'SPLIT', 'HELD']),
  );
});

describe('the page', () => {
  test('shows what the members of a bloc make of it, and who they are by number', async () => {
    const lines = page(await summarize(ofBlocs), Number.POSITIVE_INFINITY);
    expect(lines).toContain(
      '    North Atlantic Treaty Organization  OPPOSE        by its 32 members: 0 for, 0 neutral, 25 against',
    );
    expect(lines).toContain(
      '    BRICS                               split         by its 10 members: 2 for, 7 neutral, 1 against',
    );
  });

  test('shows the number with its evidence, and each row with verdict, day, positions and sources', async () => {
    const lines = page(
      await summarize({
        ...ofNato,
        scope: { propositions: ['nato-stop-enlargement'], asOf: utcDay(new Date('2022-02-04')) },
      }),
      Number.POSITIVE_INFINITY,
    );
    expect(lines).toEqual([
      'China (CN), Russia (RU)',
      'As of 2022-02-04, revision 1.',
      '',
      'AGREEMENT: 1.000',
      '1 shared proposition: 1 same, 0 partial, 0 opposite.',
      'Warning FEW_SHARED: The value rests on 1 shared proposition, fewer than 10.',
      '',
      'nato-enlargement',
      '',
      expect.stringMatching(/^ {2}AGREE SUPPORT {2}since 2022-02-04( or earlier)?$/),
      '  nato-stop-enlargement: NATO should stop further enlargement.',
      expect.stringMatching(/^ {4}China {3}SUPPORT {7}2022-02-04 {2}para 6 of .* \(\+1\)$/),
      expect.stringMatching(/^ {4}Russia {2}SUPPORT {7}2022-02-04 {2}para 6 of .* \(\+1\)$/),
    ]);
  });

  test('keeps to the width of the terminal, and has colours only if asked', async () => {
    const summary = await summarize({ parties: ['CN', 'RU', 'IN'] });
    for (const width of [60, 80])
      expect(Math.max(...page(summary, width).map((line) => line.length))).toBeLessThanOrEqual(width);
    const colour = '\u001b[';
    expect(page(summary).join('')).not.toContain(colour);
    expect(page(summary, 80, true).join('')).toContain(colour);
  });

  test('says why there is no number', async () => {
    expect(page(await summarize({ parties: ['CN', 'AL'] })).join('\n')).toContain(
      'AGREEMENT: none (NO_SHARED_EVIDENCE: ',
    );
  });

  test('tells how many rows it leaves out', async () => {
    const summary = await summarize({ parties: ['CN', 'RU'] }, 2);
    expect(page(summary).at(-1)).toBe(`${summary.rowCount - 2} more rows; --limit shows them.`);
  });

  test('prints nothing of the ledger that a terminal would take for a command', async () => {
    await say(
      database,
      'issues: [{ key: x, name: X }]\npropositions:\n  - key: odd\n    issues: [x]\n    text: "Red \\e[31m"\n    stances:\n      - { party: CN, from: 2020-01-01, position: SUPPORT, basis: TREATY, confidence: LOW, citations: [{ document: a-res-2758, verification: VERIFIED }] }\n',
    );
    const told = await summaryOf(
      database.pool,
      askedComparison(
        await buildSnapshot(database.url),
        { parties: ['CN', 'RU'], scope: { propositions: ['odd'] } },
        clock,
      ),
      { verdicts: ['UNKNOWN'], limit: 9 },
    );
    expect(told.rows[0]?.proposition.text).toContain('\u001b');
    expect(page(told).join('')).not.toContain('\u001b');
  });
});

test.each([
  [{ isTTY: true, columns: 120 }, {}, { width: 120, colours: true }],
  [{ isTTY: true, columns: 120 }, { NO_COLOR: '1' }, { width: 120, colours: false }],
  [{ isTTY: false, columns: 0 }, {}, { width: Number.POSITIVE_INFINITY, colours: false }],
] as const)('for %j and %j the paper is %j', (output, env, paper) => {
  expect(paperOf(output as Parameters<typeof paperOf>[0], env)).toEqual(paper);
});

test('a day of the command line is one that the API takes too', () => {
  expect(parseDay('0001-01-01')).toBe(-719_162);
  for (const text of ['0000-01-01', '2022-02-30', '2022-2-4', '20220204', '']) {
    expect(() => parseDay(text), text).toThrow('expected a date such as 2022-02-04');
  }
});
