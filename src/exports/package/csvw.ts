import type { Column, ColumnType, Table } from '../source/source.ts';
import { json, type TextFile, type Version } from './version.ts';

const bases: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  integer: 'int',
  number: 'double',
  boolean: 'boolean',
  date: 'date',
  datetime: 'dateTime',
  array: 'json',
};

/** Metadata for every CSV file, following the W3C's "CSV on the Web". */
export const csvwFiles = ({ source, index }: Version): TextFile[] =>
  index.tables.flatMap(({ name, files }) => {
    const table = source.tables.find((known) => known.name === name) as Table; // the index is made from these tables
    const csv = files.filter(({ format }) => format === 'csv');
    return csv.map(({ path }) => ({
      path: `${path}-metadata.json`,
      text: json(metadata(table, path, index)),
    }));
  });

const metadata = (table: Table, path: string, index: Version['index']) => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
  url: path,
  'dc:title': table.title,
  'dc:description': table.description,
  'dc:issued': { '@value': index.createdAt, '@type': 'xsd:dateTime' },
  'dc:hasVersion': index.version,
  'dc:license': [...new Set(index.sources.map(({ licenceAddress }) => licenceAddress))]
    .filter((address) => address !== null)
    .map((address) => ({ '@id': address })),
  dialect: {
    header: true,
    delimiter: ',',
    quoteChar: '"',
    doubleQuote: true,
    encoding: 'utf-8',
    lineTerminators: ['\n'],
  },
  tableSchema: {
    columns: table.columns.map(column),
    ...(table.primaryKey.length > 0 && { primaryKey: [...table.primaryKey] }),
  },
});

const column = ({ name, type, description, required, pattern, minimum, maximum }: Column) => ({
  name,
  titles: name,
  'dc:description': description,
  datatype: {
    base: bases[type],
    ...(pattern !== undefined && { format: `^(?:${pattern})$` }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  },
  ...(required && { required }),
  null: '',
});
