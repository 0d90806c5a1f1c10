import { Refusal } from '#refusal/refusal.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { type AskedOfParties, mostParties, partiesOf, policyOf } from '../asked-comparison.ts';
import { type Clock, resolveScope } from '../scope.ts';
import { type AgreementSeries, agreementSeries } from './series.ts';
import type { SeriesUnit } from './series-periods.ts';

/** A series as somebody asks for it: names instead of rows; omitted fields have defaults. */
export interface AskedSeries extends AskedOfParties {
  readonly parties: readonly string[];
  /** Parties with each of which the only one of `parties` is compared. */
  readonly with?: readonly string[] | null | undefined;
  readonly by: SeriesUnit;
  readonly from?: number | null | undefined;
}

/**
 * The series that is asked for. Parties are looked up at the scope's revision.
 * @throws Refusal BAD_INPUT as `askedComparison`, for `with` beside several parties, for a party that is in both, for sessions of several bodies, for
 * more than a thousand periods; UNKNOWN_PARTY and the like with close matches
 */
export function askedSeries(snapshot: Snapshot, asked: AskedSeries, clock: Clock): AgreementSeries {
  const scope = resolveScope(snapshot, asked.scope ?? {}, clock);
  const ledger = snapshotAt(snapshot, scope.asKnownAt);
  const own = partiesOf(asked.parties, ledger);
  const others = asked.with == null ? [] : partiesOf(asked.with, ledger, 'with');
  if (others.length > 0 && own.length > 1)
    throw new Refusal(
      'BAD_INPUT',
      `parties: found ${own.length}, expected 1, as \`with\` names those that it is compared with.`,
    );
  const both = others.find((party) => own.includes(party));
  if (both !== undefined)
    throw new Refusal('BAD_INPUT', `with: found ${both.key}, which is in \`parties\` too, expected others.`);
  if (own.length + others.length > mostParties + 1)
    throw new Refusal('BAD_INPUT', `with: found ${others.length}, expected 1 to ${mostParties}.`);
  const question = {
    snapshot,
    parties: [...own, ...others],
    unit: asked.by,
    from: asked.from ?? null,
    scope,
    policy: policyOf(asked.policy),
  };
  return agreementSeries(question, own.length);
}
