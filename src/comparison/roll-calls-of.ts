import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

const byDocument = oncePer(({ list }: Snapshot['propositions']) => Map.groupBy(list, ({ documentId }) => documentId));

/** Ordinals of the propositions that a document was voted on as. */
export const rollCallsOf = (propositions: Snapshot['propositions'], documentId: number): number[] =>
  (byDocument(propositions).get(documentId) ?? []).map(({ ordinal }) => ordinal);
