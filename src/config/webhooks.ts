import { isIP } from 'node:net';
import { z } from 'zod';

/** Who is told of changes, as an operator names it. */
export interface WebhookDestination {
  readonly name: string;
  readonly url: string;
  /** Each signs every message: the new one and, while the receiver changes over, the old one; `whsec_` and base64. */
  readonly secrets: readonly string[];
  /** Of which changes. */
  readonly what: WebhookSubject;
}

export type WebhookSubject =
  /** Revisions with a change that fits all lists; null fits everything. */
  | {
      readonly kind: 'LEDGER';
      readonly parties: readonly string[] | null;
      readonly issues: readonly string[] | null;
      readonly propositions: readonly string[] | null;
    }
  /** Revisions that changed the answer to a stored query. */
  | { readonly kind: 'QUERY'; readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

/** Ends the sentence "CONCORD_WEBHOOKS: found …, expected …". */
export const expectedWebhooks =
  'a JSON list of {"name", "url", "secrets"} and optionally "parties", "issues", "propositions", or "query" with "variables"';

const mostDestinations = 50;
const leastSecretBytes = 24;
const mostSecretBytes = 64;

const keys = z.array(z.string().min(1)).min(1).optional();
const shape = z.strictObject({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters and digits, joined by single hyphens'),
  url: z.string().refine(isSafe, 'an https address without a password, or an http address of this machine'),
  secrets: z
    .array(z.string().refine(isSecret, '"whsec_" and the base64 of 24 to 64 random bytes'))
    .min(1)
    .max(2, 'one secret, or the new and the old one'),
  parties: keys,
  issues: keys,
  propositions: keys,
  query: z.string().min(1).optional(),
  variables: z.record(z.string(), z.unknown()).optional(),
});

/** Parses the JSON list of destinations; null is none. Names must differ. No problem that it tells shows a secret. */
export const webhooks = z
  .string()
  .nullable()
  .transform((text, context): readonly WebhookDestination[] => {
    if (text === null) return [];
    const wrong = (found: string, expected = expectedWebhooks) => {
      context.addIssue({ code: 'custom', message: expected, params: { found, expected } });
      return z.NEVER;
    };
    const list = jsonOf(text);
    if (!Array.isArray(list)) return wrong('no JSON list');
    const parsed = z.array(shape).max(mostDestinations).safeParse(list);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return wrong(`an invalid value at ${placeOf(issue?.path ?? [])}`, issue?.message.replace(/\.$/, ''));
    }
    const names = parsed.data.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) return wrong(`two destinations with the name ${twice}`, 'each name once');
    const both = parsed.data.find((one) => one.query !== undefined && (one.parties ?? one.issues ?? one.propositions));
    if (both !== undefined) return wrong(`${both.name} with a query and keys`, 'either of them');
    const lone = parsed.data.find((one) => one.query === undefined && one.variables !== undefined);
    if (lone !== undefined) return wrong(`${lone.name} with variables`, 'them only with a query');
    return parsed.data.map(destinationOf);
  });

function destinationOf({ name, url, secrets, query, variables, ...lists }: z.output<typeof shape>): WebhookDestination {
  const { parties = null, issues = null, propositions = null } = lists;
  const what: WebhookSubject =
    query === undefined
      ? { kind: 'LEDGER', parties, issues, propositions }
      : { kind: 'QUERY', query, variables: variables ?? {} };
  return { name, url, secrets, what };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('') || 'the list';

/** Nobody on the way reads or changes what is sent: it is encrypted, or leaves this machine not at all. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (username !== '' || password !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));

function isSecret(text: string): boolean {
  const [, base64 = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length >= leastSecretBytes && bytes.length <= mostSecretBytes && bytes.toString('base64') === base64;
}
