import type { ClientBase } from 'pg';
import type { ProblemList } from '../../outcome.ts';

/** SQL: the symbol of a roll call without what differs between releases of the data: `75/40` of `R/75/40` and `A/RES/75/40`. */
export const symbolSql = (symbol: string) =>
  `nullif(regexp_replace(upper(${symbol}), '^(A/)?R(ES)?/|\\s', '', 'g'), '')`;

/** SQL: the title of a roll call `t`; null where its text is only the symbol or the number. */
export const titleSql = (t: string) =>
  `nullif(nullif(lower(${t}.text), lower(${t}.symbol)), 'roll call ' || substr(${t}.key, length('unga-') + 1))`;

interface Described {
  readonly day: string;
  readonly session: number;
  readonly symbol: string | null;
  readonly title: string | null;
}

interface Reused {
  readonly at: string;
  readonly rcid: string;
  readonly found: Described;
  readonly known: Described;
  readonly total: number;
}

const described = (t: string) =>
  `jsonb_build_object('day', ${t}.tabled_on, 'session', ${t}.session, 'symbol', ${t}.symbol, 'title', CASE WHEN ${titleSql(t)} IS NOT NULL THEN ${t}.text END)`;

/**
 * Adds the roll calls whose number the ledger has for another one: the source sometimes gives a number a second time. The same is one with the same
 * symbol; or the same day, unless both symbol and title differ; or the same session, and the same title or nothing that differs. Days that are
 * placeholders are compared by month. Anything else is a correction.
 */
export async function checkReusedNumbers(client: ClientBase, problems: ProblemList): Promise<void> {
  const { rows } = await client.query<Reused>(
    `SELECT staged.place AS at, substr(staged.key, length('unga-') + 1) AS rcid, ${described('staged')} AS found, ${described('t')} AS known,
       count(*) OVER ()::int AS total
     FROM staged_proposition staged JOIN proposition t USING (key),
       LATERAL (SELECT ${symbolSql('staged.symbol')} = ${symbolSql('t.symbol')} AS symbol, ${titleSql('staged')} = ${titleSql('t')} AS title,
         staged.session = t.session AS session,
         CASE WHEN 'MONTH' IN (staged.tabled_on_precision, t.tabled_on_precision)
           THEN date_trunc('month', staged.tabled_on) = date_trunc('month', t.tabled_on) ELSE staged.tabled_on = t.tabled_on END AS day) same
     WHERE t.retired_in IS NULL AND t.kind = 'ROLL_CALL' AND NOT coalesce(same.symbol, false)
       AND NOT (same.day AND (coalesce(same.symbol, true) OR coalesce(same.title, true)))
       AND NOT (same.session AND (coalesce(same.title, false) OR (same.symbol IS NULL AND same.title IS NULL)))
     ORDER BY staged.id LIMIT 100`,
  );
  const reused = rows.map(({ at, rcid, found, known }) => ({
    at,
    found: `roll call ${rcid} of ${inWords(found)}`,
    expected: `that of ${inWords(known)}, for which the ledger has this number; leave out a number that is used again, in every file`,
  }));
  problems.addMany(reused, rows[0]?.total);
}

const mostOfTitle = 80;

function inWords({ day, session, symbol, title }: Described): string {
  const words = title !== null && title.length > mostOfTitle ? `${title.slice(0, mostOfTitle - 1)}…` : title;
  const named = [symbol ?? 'no symbol', words === null ? 'no title' : JSON.stringify(words)].join(', ');
  return `${day} (session ${session}, ${named})`;
}
