import { mediaTypes } from '../format.ts';
import type { Table } from '../source/source.ts';
import type { WrittenFile } from '../write/written-file.ts';
import { tableSchema } from './table-schema.ts';
import { json, type TextFile, type Version } from './version.ts';
import type { IndexedSource } from './version-index.ts';

/** `datapackage.json` following version 2 of the Data Package standard: every file of every table is a resource. */
export function dataPackage({ source, index }: Version): TextFile {
  const described = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: index.name,
    title: source.title,
    description: source.description,
    version: index.version,
    created: index.createdAt,
    ledger: index.ledger,
    revision: index.revision.number,
    revisionDigest: index.revision.digest,
    ...termsOf(index.sources),
    resources: index.tables.flatMap(({ name, rows, files }) => {
      const table = source.tables.find((known) => known.name === name) as Table; // the index is made from these tables
      return files.map((file, place) => resource(table, rows, file, place === 0));
    }),
  };
  return { path: 'datapackage.json', text: json(described) };
}

/** Whose records they are and on which terms, of the sources that somebody has described; a term that is stated twice is told once. */
function termsOf(sources: readonly IndexedSource[]) {
  const licences = sources.flatMap(({ licence, licenceAddress }) =>
    licence === null ? [] : [{ licence, licenceAddress }],
  );
  const stated = new Map(licences.map((terms) => [terms.licence, licenseOf(terms)]));
  const described = sources.flatMap(({ title, address, citation }) =>
    title === null
      ? []
      : [{ title, ...(address !== null && { path: address }), ...(citation !== null && { citation }) }],
  );
  return {
    ...(stated.size > 0 && { licenses: [...stated.values()] }),
    ...(described.length > 0 && { sources: described }),
  };
}

const spdxName = /^[A-Za-z0-9.+-]+$/;

/** The standard's `name` is an identifier; terms in words are a title. */
const licenseOf = ({ licence, licenceAddress }: Pick<IndexedSource, 'licence' | 'licenceAddress'>) => ({
  ...(spdxName.test(licence ?? '') ? { name: licence } : { title: licence }),
  ...(licenceAddress !== null && { path: licenceAddress }),
});

/** The first format of a table has the table's name, which references use. */
function resource(table: Table, rows: number, file: WrittenFile, isFirst: boolean) {
  return {
    name: isFirst ? table.name : `${table.name}-${file.format}`,
    type: 'table',
    title: table.title,
    description: table.description,
    path: file.path,
    format: file.format,
    mediatype: mediaTypes[file.format],
    ...(file.format !== 'parquet' && { encoding: 'utf-8' }),
    ...(file.compression !== null && { compression: file.compression }),
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    rows,
    ...(file.format === 'csv' && { dialect: csvDialect }),
    schema: tableSchema(table),
  };
}

const csvDialect = {
  $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
  header: true,
  delimiter: ',',
  lineTerminator: '\n',
  quoteChar: '"',
  doubleQuote: true,
};
