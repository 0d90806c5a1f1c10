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

test('a spreadsheet that splits at the other separator finds no formula either', () => {
  const rows: Cell[][] = [
    ['a;=1+1', 0.5, ['b;=1', 'c,-2']],
    ['a,=1', -1, [1, -2]],
    ['a\n=1', 0, null],
    ['a; =1; b', 0, null],
  ];
  expect(csvLines(columns, rows, people)).toBe(
    `"a;'=1+1",0.5,"[""b;\\u003d1"",""c,-2""]"\r\n"a,=1",-1,"[1,-2]"\r\n"a\n'=1",0,\r\n"a; =1; b",0,\r\n`,
  );
  expect(csvLines(columns, rows, { ...people, separator: ';', decimal: ',' })).toBe(
    `"a;=1+1";"0,5";"[""b;=1"",""c,\\u002d2""]"\r\n"a,'=1";-1;"[1,-2]"\r\n"a\n'=1";0;\r\n"a; =1; b";0;\r\n`,
  );
  expect(csvLines(columns, rows, programs)).toContain('"a;=1+1",0.5,"[""b;=1"",""c,-2""]"');
});

const begins = /^[=+\-@\t\r＝＋－＠]/;

test('however a spreadsheet splits, no text makes a cell that is a formula', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom(';', ',', '=', '+', '-', '@', '＝', '"', '\n', '\r', "'", 'a'), fc.string()),
  });
  const separators = fc.constantFrom(',', ';');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, fc.array(text, { maxLength: 2 })), { minLength: 1 }),
      separators,
      (rows, separator) => {
        const csv = csvLines([column('text', 'string'), column('list', 'array')], rows, { ...people, separator });
        const other = separator === ',' ? ';' : ',';
        // As it is read where quotes within a cell are none.
        const cells = csv.split(new RegExp(`[\r\n${other}]`));
        expect(cells.filter((cell) => begins.test(cell))).toEqual([]);
      },
    ),
  );
});

test('arrays stay the JSON that they are', () => {
  const lists = fc.array(fc.array(fc.string({ unit: fc.constantFrom(';', ',', '=', '-', '"', '\\', 'a', '\n') })));
  fc.assert(
    fc.property(lists, fc.constantFrom(',', ';'), (all, separator) => {
      const csv = csvLines(
        [column('list', 'array')],
        all.map((list) => [list]),
        { ...people, separator },
      );
      const found: string[][] = parse(csv, { delimiter: separator });
      expect(found.map(([json]) => JSON.parse(json ?? 'null'))).toEqual(all);
    }),
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
