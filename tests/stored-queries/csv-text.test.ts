import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '#exports/source/source.ts';
import { csvHeader, csvLines } from '#stored-queries/csv-text.ts';
import type { Cell } from '#stored-queries/table-rows.ts';

const column = (name: string, type: Column['type']): Column => ({ name, type, description: '', required: false });
const columns = [column('text', 'string'), column('number', 'number'), column('list', 'array')];
const people = { lineEnd: '\r\n', escapeFormulas: true } as const;
const programs = { lineEnd: '\n', escapeFormulas: false } as const;

test('a text that a spreadsheet would take for a formula has an apostrophe before it, numbers and lists have none', () => {
  const rows: Cell[][] = [
    ['=1+1', -0.5, ['=1+1']],
    ['-', 1, []],
    ['@x', null, null],
    ['\t=1', 0, null],
    ['a=b', 0, null],
    ['', 0, null],
  ];
  expect(csvLines(columns, rows, people)).toBe(
    `'=1+1,-0.5,"[""=1+1""]"\r\n'-,1,[]\r\n'@x,,\r\n'\t=1,0,\r\na=b,0,\r\n"",0,\r\n`,
  );
});

test('whatever a text holds, a reader of CSV finds it again', () => {
  const text = fc.string({ unit: 'binary' }).filter((one) => one.isWellFormed());
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.array(text))),
      (rows) => {
        const csv = csvHeader(columns, programs) + csvLines(columns, rows, programs);
        const found: string[][] = parse(csv, { from: 2, relax_column_count: false, record_delimiter: '\n' });
        expect(found).toEqual(rows.map(([one, number, list]) => [one, String(number), JSON.stringify(list)]));
      },
    ),
  );
});
