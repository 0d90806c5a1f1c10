import type { RollCall } from '#snapshot/catalogue.ts';

/** Since this session the symbol of a resolution of the General Assembly names its session. */
const firstNamed = 31;

/** From this number on, what a session decided is a decision, which the UN calls otherwise. */
const firstDecision = 400;

const ofAssembly = /^(?:A\/RES|R)\/(?<series>E?S-\d+|\d+)\/(?<number>\d+)/;
const ofCouncil = /^S\/RES\/(?<number>\d+) ?\((?<year>\d{4})\)$/;

/**
 * Where the UN shows the text that a roll call was on, as its symbol tells. Null for another body, for sessions before 1976, whose symbols the ledger's
 * sources do not write as the UN does, and for decisions.
 */
export function textAddress({ symbol }: Pick<RollCall, 'symbol'>): string | null {
  const written = (symbol ?? '').trim();
  const council = ofCouncil.exec(written)?.groups;
  if (council !== undefined) return documents(`S/RES/${council.number}(${council.year})`);
  const { series, number } = ofAssembly.exec(written)?.groups ?? {};
  if (series === undefined || number === undefined) return null;
  const isNamed = series.includes('-')
    ? Number(series.split('-')[1]) >= firstSpecial(series)
    : Number(series) >= firstNamed;
  return isNamed && Number(number) < firstDecision ? documents(`A/RES/${series}/${Number(number)}`) : null;
}

/** The first special sessions, emergency or not, whose resolutions are named so. */
const firstSpecial = (series: string) => (series.startsWith('E') ? 6 : 8);

const documents = (symbol: string) => `https://docs.un.org/en/${symbol}`;
