import { apiError } from '#graphql/api-error.ts';
import { addressParameters } from '#stored-queries/address-parameters.ts';
import type { CsvStyle, Separator } from '#stored-queries/csv-text.ts';
import type { DeclaredVariable } from '#stored-queries/declared-variables.ts';

/** How the table of an answer is written, for a spreadsheet. */
export interface TableStyle extends Required<CsvStyle> {
  /** Whether it begins with the mark by which Excel knows UTF-8. */
  readonly byteOrderMark: boolean;
}

// For people, who open it in a spreadsheet.
const usual: TableStyle = {
  lineEnd: '\r\n',
  escapeFormulas: true,
  separator: ',',
  decimal: '.',
  byteOrderMark: false,
};

const marks: Readonly<Record<string, boolean>> = { '1': true, true: true, '0': false, false: false };
const separators: Readonly<Record<string, Separator>> = { ',': ',', ';': ';' };
const decimals: Readonly<Record<string, TableStyle['decimal']>> = { '.': '.', ',': ',' };

/** Parameters of an address that say how its table is written; a variable of the same name goes before. */
const styleParameters: readonly string[] = [
  addressParameters.byteOrderMark,
  addressParameters.separator,
  addressParameters.decimal,
];

export const isStyleParameter = (name: string, declared: readonly DeclaredVariable[]): boolean =>
  styleParameters.includes(name) && !declared.some((variable) => variable.name === name);

/** How an address wants its table written. Throws BAD_INPUT, which names the parameter. */
export function readTableStyle(parameters: URLSearchParams, declared: readonly DeclaredVariable[]): TableStyle {
  const chosen = <Value>(name: string, values: Readonly<Record<string, Value>>, otherwise: Value): Value => {
    const texts = isStyleParameter(name, declared) ? parameters.getAll(name) : [];
    const [text, ...more] = texts;
    if (text === undefined) return otherwise;
    if (more.length === 0 && Object.hasOwn(values, text)) return values[text] as Value;
    throw refused(name, texts.join('&'), `one of ${Object.keys(values).join(' ')}`);
  };
  return {
    ...usual,
    byteOrderMark: chosen(addressParameters.byteOrderMark, marks, usual.byteOrderMark),
    separator: chosen(addressParameters.separator, separators, usual.separator),
    decimal: chosen(addressParameters.decimal, decimals, usual.decimal),
  };
}

/** Refuses what says how a table is written where no table is asked for. Throws BAD_INPUT. */
export function refuseTableStyle(parameters: URLSearchParams, declared: readonly DeclaredVariable[]): void {
  const name = [...parameters.keys()].find((one) => isStyleParameter(one, declared));
  if (name !== undefined) throw refused(name, parameters.get(name) ?? '', 'it only with .csv or Accept: text/csv');
}

function refused(name: string, found: string, expected: string) {
  const message = `${name}: found ${JSON.stringify(found.slice(0, 80).toWellFormed())}, expected ${expected}.`;
  return apiError('BAD_INPUT', message, { parameter: name, http: { status: 400 } });
}
