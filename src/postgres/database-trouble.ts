import { LacksRevisionError } from './accountable-pool.ts';
import { WorkCancelledError } from './held-connections.ts';

/** What keeps a statement from being answered though it is right. BUSY: others hold what it needs. */
export type DatabaseTrouble = 'UNAVAILABLE' | 'CANCELLED' | 'BUSY' | 'READ_ONLY' | 'FULL';

// Connection lost (class 08), server stopping or starting, no connection left.
const unavailable = /^(08...|57P0[123]|53300)$/;

const bySqlState: Readonly<Record<string, DatabaseTrouble>> = {
  '57014': 'CANCELLED',
  // A lock that was not free in time; two that waited for each other.
  '55P03': 'BUSY',
  '40P01': 'BUSY',
  '25006': 'READ_ONLY',
  '53100': 'FULL',
};
const prismaUnavailable: ReadonlySet<string> = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024']);
const ofSockets: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);
// Errors of pg that have nothing but a text.
const ofPg =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** The trouble that an error of pg or Prisma tells of; null when it is of another kind: a bug of ours. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof WorkCancelledError) return 'CANCELLED';
  if (error instanceof LacksRevisionError) return 'UNAVAILABLE';
  const { code = '', meta } = error as { readonly code?: string; readonly meta?: Meta };
  const { originalCode = code, kind = '' } = meta?.driverAdapterError?.cause ?? {};
  const told = bySqlState[originalCode];
  if (told !== undefined) return told;
  const isUnavailable =
    unavailable.test(originalCode) ||
    prismaUnavailable.has(code) ||
    ofSockets.has(code) ||
    /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/.test(kind) ||
    ofPg.test(error.message);
  return isUnavailable ? 'UNAVAILABLE' : null;
}

/** What Prisma's adapter adds to its errors. */
interface Meta {
  readonly driverAdapterError?: { readonly cause?: { readonly originalCode?: string; readonly kind?: string } };
}
