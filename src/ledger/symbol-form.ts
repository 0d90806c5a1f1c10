/** The symbol of a resolution in the one form that every spelling of it has. */
export interface SymbolForm {
  /** Without the letter of a part: `75/254`, `ES-10/19`, `DEC/80/506`, `S/2768(2025)`. */
  readonly base: string;
  /** Of which part: `A`, `A-C`, `B/VII`; empty without one. */
  readonly letter: string;
}

// A/RES/75/250A, A/RES/75/254[A], R/26/2758, A/RES/ES-10/19; R/33/116B/VII.
const numbered = /^(?<series>(?:E?S-)?\d+)[/ ]+0*(?<number>\d+)(?<part>.*)$/;
// A/RES/2758(XXVI), A/RES/2603(XXIV)[A], A/RES/2603 A (XXIV), A/RES/997(ES-I).
const roman = /^0*(?<number>\d+)(?<part>[^()]*)\((?<special>E?S-)?(?<ordinal>[IVXLC]+|\d+)\)(?<more>.*)$/;
// A/RES/79/XX: the number is not known yet.
const placeholder = /^(?:(?:A\/)?(?:RES|DEC)\/|R\/)?(?:E?S-)?\d*\/?X+$/;

/** The form of a symbol; null for none, and for a placeholder such as `A/RES/79/XX`. A text that is no symbol of the UN is its own form. */
export function symbolForm(symbol: string | null): SymbolForm | null {
  const text = (symbol ?? '').trim().toUpperCase();
  if (text === '' || placeholder.test(text)) return null;
  const council = /^S\/RES\/0*(\d+) *\((\d+)\)$/.exec(text);
  if (council !== null) return { base: `S/${council[1]}(${council[2]})`, letter: '' };
  const named = text
    .replace(/^A\/DEC\//, 'DEC/')
    .replace(/^(?:A\/RES|R)\//, '')
    .replace(/^ESS\//, 'ES-')
    .replace(/^SS\//, 'S-');
  const prefix = named.startsWith('DEC/') ? 'DEC/' : '';
  const rest = named.slice(prefix.length);
  const {
    series,
    number,
    part = '',
    special = '',
    ordinal,
    more = '',
  } = (numbered.exec(rest) ?? roman.exec(rest))?.groups ?? {};
  const session = series ?? (ordinal === undefined ? undefined : `${special}${arabic(ordinal)}`);
  if (session === undefined) return { base: text, letter: '' };
  return { base: `${prefix}${session}/${number}`, letter: `${part}${more}`.replace(/[[\]\s]/g, '').replace(/^\//, '') };
}

/** The one text of all spellings of a symbol: `74/41` of `A/RES/74/41` and `R/74/41`, `75/254A` of `75/254[A]`. It is its own; null as `symbolForm`. */
export function symbolText(symbol: string | null): string | null {
  const form = symbolForm(symbol);
  return form && `${form.base}${form.letter}`;
}

const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** The number of a Roman numeral, or of digits. */
function arabic(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digits = [...text].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, digit, at) => (digit < (digits[at + 1] ?? 0) ? sum - digit : sum + digit), 0);
}
