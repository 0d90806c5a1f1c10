import type { Around, RawArguments } from './field-cost.ts';
import { cellPoints } from './points.ts';

/** Members, counted or not, a point pays for. */
const countedAPoint = 300;

/** Points of deriving what blocs hold from what their members hold; 0 without blocs. */
export function derivingPoints({ blocs, propositions, ledger }: Pick<Around, 'blocs' | 'propositions' | 'ledger'>) {
  if (blocs === 0) return 0;
  const members = blocs * ledger.largestBloc;
  const read = cellPoints({ parties: Math.min(members, ledger.countries + ledger.otherParties), propositions });
  return read + (members * propositions) / countedAPoint;
}

/** Points of looking up what each member of one bloc holds on one proposition. */
const onePoints = ({ ledger }: Around): number => 20 + ledger.largestBloc / 2;

/** Points of looking up the members of all blocs on one proposition. */
export const receiptPoints = (around: Around): number => around.blocs * onePoints(around);

/** The same on every claim in scope. */
export const claimReceiptPoints = (around: Around): number =>
  Math.min(around.propositions, around.ledger.claims) * receiptPoints(around);

/** Points of following what blocs hold on one proposition from day to day. */
export const historyPoints = (around: Around): number => 4 * receiptPoints(around);

/** Share of the parties compared that are blocs: so many of their cells are derived. */
const share = ({ blocs, parties }: Around) => (parties === 0 ? 1 : blocs / parties);

/** Points of the receipt of a cell. */
export const cellReceiptPoints = (_args: RawArguments, around: Around): number => 1 + share(around) * onePoints(around);

/** Members that the receipt of a cell lists. */
export const membersOfCell = (_args: RawArguments, around: Around): number => share(around) * around.ledger.largestBloc;
