import type { Period } from '#agreement/series/calendar-periods.ts';
import type { RollCall } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

/** A session of a body: its days are those from the first roll call in the ledger to the last. */
export interface Session extends Period {
  readonly body: string;
  readonly session: number;
  readonly ordinal: number;
}

/** The sessions of all bodies, and to which of them a proposition belongs. */
export interface Sessions {
  /** In the order of their first days, then of body and label. */
  readonly list: readonly Session[];
  /** By ordinal of the proposition: index in the list, or -1 for a claim. */
  readonly of: Int32Array;
}

/** The sessions of a ledger as known at its revision, by its standing roll calls. */
export const sessionsIn = oncePer(({ list: propositions }: Snapshot['propositions']): Sessions => {
  const found = new Map<string, { rollCall: RollCall; first: number; last: number; ordinals: number[] }>();
  for (const { rollCall, retired, ordinal } of propositions) {
    if (rollCall === null || retired) continue;
    const key = `${rollCall.body} ${rollCall.series}`;
    const day = rollCall.tabledOn;
    const session = found.get(key);
    if (session === undefined) found.set(key, { rollCall, first: day, last: day, ordinals: [ordinal] });
    else {
      session.first = Math.min(session.first, day);
      session.last = Math.max(session.last, day);
      session.ordinals.push(ordinal);
    }
  }
  const sorted = [...found.entries()].sort(
    ([key, a], [other, b]) => a.first - b.first || a.last - b.last || (key < other ? -1 : 1),
  );
  const of = new Int32Array(propositions.length).fill(-1);
  const list = sorted.map(([, { rollCall, first, last, ordinals }], ordinal) => {
    for (const proposition of ordinals) of[proposition] = ordinal;
    const { series: label, body, session } = rollCall;
    return { label, body, session, from: first, until: last + 1, ordinal };
  });
  return { list, of };
});
