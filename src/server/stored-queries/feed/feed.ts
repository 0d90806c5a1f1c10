import { createHash } from 'node:crypto';
import type { RevisionChange } from '#stored-queries/changes/query-changes.ts';
import type { FeedAddresses } from './feed-addresses.ts';

/** A feed of the changes of an answer, in whatever form it is written. */
export interface Feed {
  /** A URN, the same for ever. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly addresses: FeedAddresses;
  readonly updated: Date;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** A URN, the same for ever. */
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly updated: Date;
  /** The answer at the revision. */
  readonly address: string;
  readonly summary: string;
  /** What changed, a sentence each. */
  readonly lines: readonly string[];
}

export interface FeedParts {
  /** Id of the ledger, a UUID. */
  readonly ledger: string;
  /** Equal when the same is asked. */
  readonly question: string;
  readonly name: string;
  readonly description: string;
  readonly addresses: FeedAddresses;
  readonly changes: readonly RevisionChange[];
  /** When nothing changed yet. */
  readonly beginning: Date;
}

/** The feed of the changes of an answer, newest first. Nothing in it depends on when it is asked for. */
export function feedOf({ ledger, question, name, description, addresses, changes, beginning }: FeedParts): Feed {
  const asked = addresses.answer.split('?')[1];
  const entries = changes.map(({ revision, change }) => ({
    id: nameUrn(ledger, `${question} ${revision.digest}`),
    title: `${name}: ${change.summary} (revision ${revision.number})`,
    author: revision.author,
    updated: revision.time,
    address: addresses.answerAt(revision.number),
    summary: `${change.summary} by revision ${revision.number}: ${revision.message}`,
    lines: change.lines,
  }));
  return {
    id: nameUrn(ledger, question),
    title: `Concord: ${name}${asked === undefined ? '' : ` (${decodeURIComponent(asked.replaceAll('+', ' '))})`}`,
    description,
    addresses,
    updated: entries[0]?.updated ?? beginning,
    entries,
  };
}

/** The URN of a name within a space of names that is a UUID: version 5 of RFC 9562. */
export function nameUrn(space: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  hash[6] = ((hash[6] as number) & 0x0f) | 0x50;
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return `urn:uuid:${parts.join('-')}`;
}
