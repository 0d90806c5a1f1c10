import { formatStanceKey } from '#ledger/stance-key.ts';
import type { Random } from './random.ts';
import { type Change, dayNumber, documents, positions, type Said } from './said.ts';

/** A change over the API. `input` has its message and its idempotency key. */
export interface PlannedWrite extends Change {
  readonly mutation: 'recordStances' | 'correctStance' | 'retractStance';
  readonly input: Readonly<Record<string, unknown>>;
}

const propositions = ['tw-inalienable', 'ni-sport', 'aukus-arms-race', 'nato-open-door'];
const sizes = [1, 1, 2, 3, 5, 40];

const citations = (said: Pick<Said, 'documents'>) =>
  said.documents.map((document) => ({ document, verification: 'FROM_KNOWLEDGE' }));

const inputOf = ({ documents: cited, ...said }: Said) => ({
  ...said,
  basis: 'OWN_STATEMENT',
  confidence: 'MEDIUM',
  citations: citations({ documents: cited }),
});

/**
 * The writes of one writer, one after the other, about a party that is its own: each goes by what those before it left, which all are done in the
 * end.
 */
export function writerPlan(name: string, party: string, random: Random): () => PlannedWrite {
  const standing = new Map<string, Said>();
  let days = 0;
  let count = 0;

  const newSaid = (): Said => ({
    party,
    proposition: random.one(propositions),
    heldFrom: dayNumber(days++),
    position: random.one(positions),
    documents: documents.slice(0, 1 + random.below(documents.length)),
  });
  const planned = (
    mutation: PlannedWrite['mutation'],
    input: PlannedWrite['input'],
    adds: readonly Said[],
    retires: readonly Said[],
  ): PlannedWrite => {
    for (const said of retires) standing.delete(formatStanceKey(said));
    for (const said of adds) standing.set(formatStanceKey(said), said);
    const message = `${name} ${++count}`;
    return { mutation, message, input: { ...input, message, idempotencyKey: message }, adds, retires };
  };

  const record = () => {
    const adds = Array.from({ length: random.one(sizes) }, newSaid);
    return planned('recordStances', { stances: adds.map(inputOf) }, adds, []);
  };
  const recordAgain = (old: Said) => planned('recordStances', { stances: [inputOf(old)] }, [], []);
  const correct = (old: Said) => {
    const position = random.one(positions.filter((other) => other !== old.position));
    const right = { ...old, position, documents: [random.one(documents)] };
    const input = { stance: formatStanceKey(old), position, citations: citations(right) };
    return planned('correctStance', input, [right], [old]);
  };
  const move = (old: Said) => {
    const right = { ...old, heldFrom: dayNumber(days++) };
    return planned('correctStance', { stance: formatStanceKey(old), heldFrom: right.heldFrom }, [right], [old]);
  };
  const retract = (olds: readonly Said[]) => planned('retractStance', { stances: olds.map(formatStanceKey) }, [], olds);

  return () => {
    const all = [...standing.values()];
    const kind = all.length < 5 ? 0 : random.below(10);
    if (kind < 4) return record();
    if (kind < 6) return correct(random.one(all));
    if (kind < 7) return move(random.one(all));
    if (kind < 9) return retract([...new Set([random.one(all), random.one(all), random.one(all)])]);
    return recordAgain(random.one(all));
  };
}
