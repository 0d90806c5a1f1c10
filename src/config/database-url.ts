import { z } from 'zod';

/** The values of `sslmode` that are taken; each means what it does for psql and every other client of libpq. */
export const sslModes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;

/** Ends the sentence "DATABASE_URL: found …, expected …". */
export const expectedDatabaseUrl = 'an address such as postgresql://user:password@host:5432/database';
const expectedEncoded = `${expectedDatabaseUrl}, in which characters such as @ # / ? : % of the user and the password are percent-encoded (@ as %40, # as %23)`;

interface Wrong {
  readonly found: string;
  readonly expected: string;
}

/** The address of a PostgreSQL database. What is wrong with it is told without any part of it, for it holds a password. */
export const databaseUrl = z
  .string()
  .superRefine((text, context) => {
    const wrong = wrongIn(text);
    if (wrong !== null) context.addIssue({ code: 'custom', message: wrong.expected, params: wrong });
  })
  .nullable();

function wrongIn(text: string): Wrong | null {
  const [, rest] = /^postgres(?:ql)?:\/\/(.*)$/is.exec(text) ?? [];
  if (rest === undefined) return { found: 'an invalid value', expected: expectedDatabaseUrl };
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  const isRaw = rest.includes('#') || authority.split('@').length > 2 || rest.slice(authority.length).includes('@');
  if (isRaw)
    return {
      found: 'a user or password with a character such as @ or # that is not percent-encoded',
      expected: expectedEncoded,
    };
  if (!URL.canParse(text)) return { found: 'an invalid value', expected: expectedEncoded };
  const { username, password, pathname, searchParams } = new URL(text);
  if (![username, password, pathname].every(isDecodable))
    return { found: 'a % that does not begin a percent-encoded character', expected: expectedEncoded };
  return wrongParameter(searchParams);
}

function wrongParameter(parameters: URLSearchParams): Wrong | null {
  const schema = parameters.get('schema') ?? 'public';
  if (schema !== 'public') {
    const expected = 'a database of its own, in whose schema public Concord keeps its tables; remove the parameter';
    return { found: `schema=${schema.slice(0, 80)}`, expected };
  }
  const options = parameters.get('options') ?? '';
  if (/search_path/i.test(options)) {
    const expected = 'no search_path: Concord keeps its tables in the schema public of a database of its own';
    return { found: `options=${options.slice(0, 80)}`, expected };
  }
  const mode = parameters.get('sslmode');
  if (mode !== null && !sslModes.some((known) => known === mode)) {
    return { found: `sslmode=${mode.slice(0, 80)}`, expected: `one of ${sslModes.join(', ')}` };
  }
  const rootCert = parameters.get('sslrootcert');
  if (mode === 'verify-ca' && (rootCert === null || rootCert === 'system')) {
    const expected = 'sslrootcert with the file of the certificate authority, or sslmode=verify-full';
    return { found: 'sslmode=verify-ca alone', expected };
  }
  return null;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
