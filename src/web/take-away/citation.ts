import { count } from '../texts/intl.ts';
import { texts } from '../texts/texts.ts';
import { dateInWords, today } from '../words/dates.ts';

/** What is cited: a view at a revision of the ledger. */
export interface Cited {
  readonly title: string;
  /** The scope and the day in words. */
  readonly scope: string;
  readonly revision: number;
  /** When the revision was made, as the API gives it; null while it is not known. */
  readonly time: string | null;
  /** Digest of the revision; null while it is not known. */
  readonly digest: string | null;
  readonly address: string;
}

const short = (digest: string) => digest.slice(0, 16);
const sentence = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`);

/** A view as a line of a bibliography. */
export function citationOf({ title, scope, revision, time, digest, address }: Cited): string {
  const year = time === null ? '' : ` (${time.slice(0, 4)})`;
  const of = [texts.frame.revision(count(revision)), ...(digest === null ? [] : [texts.share.digest(short(digest))])];
  return `Concord${year}. ${sentence(title)} ${sentence(texts.capital(scope))} ${sentence(texts.capital(of.join(', ')))} ${texts.share.accessed(dateInWords(today()))}. ${address}`;
}

/** A view as an entry of BibTeX. Braces and what TeX reads as commands are escaped. */
export function bibtexOf({ title, scope, revision, time, digest, address }: Cited): string {
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', '{Concord}'],
    ['title', `{${escaped(title)}}`],
    ['year', time === null ? null : time.slice(0, 4)],
    [
      'note',
      escaped(`${scope}; ${texts.frame.revision(String(revision))}${digest === null ? '' : `, SHA-256 ${digest}`}`),
    ],
    ['url', address],
    ['urldate', today()],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`]));
  return [`@misc{concord-${revision}-${today()},`, ...lines, '}'].join('\n');
}

const escaped = (text: string): string =>
  text
    .replace(/[\\{}]/g, '')
    .replace(/[&%$#_]/g, (sign) => `\\${sign}`)
    .replaceAll('“', '``')
    .replaceAll('”', "''");
