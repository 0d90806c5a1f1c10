import type { Column, Table } from '../source/source.ts';

/** Documentation of the columns of a table, as Markdown. */
export function columnsTable({ columns, primaryKey, references }: Table): string {
  const rows = columns.map((column) => {
    const reference = references.find((named) => named.columns.length === 1 && named.columns[0] === column.name);
    const names = reference === undefined ? '' : ` Refers to \`${reference.table}.${reference.key.join(', ')}\`.`;
    return `| \`${column.name}\` | ${column.type} | ${column.required ? 'yes' : ''} | ${column.description}${values(column)}${names} |`;
  });
  const head = ['| column | type | required | meaning |', '|---|---|---|---|'];
  const key = `Key: ${primaryKey.map((name) => `\`${name}\``).join(', ')}.`;
  return [...head, ...rows, ...(primaryKey.length > 0 ? ['', key] : [])].join('\n');
}

const values = ({ oneOf }: Column) =>
  oneOf === undefined ? '' : ` One of ${oneOf.map((value) => `\`${value}\``).join(', ')}.`;
