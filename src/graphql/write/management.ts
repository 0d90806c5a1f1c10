import type { InputFieldMap, InputShapeFromFields, ObjectRef } from '@pothos/core';
import type { Caller } from '#ledger/keys/authenticate.ts';
import { fingerprintOf } from '#ledger/write/idempotency.ts';
import { type Done, once } from '#ledger/write/once.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import type { Prisma } from '#postgres/generated/client.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { authorise, plainText } from './checks.ts';
import { Conflict, ConflictError, InvalidInput, InvalidInputError, type ManagedView, WriteError } from './results.ts';

type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Parameters> ? Parameters : never;
type InputBuilder = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

export interface ManagementOptions<Fields extends InputFieldMap, Payload extends object> {
  readonly description: string;
  /** The input, apart from `idempotencyKey`, which every mutation has. */
  readonly input: (t: InputBuilder) => Fields;
  readonly payload: ObjectRef<Types, Payload & ManagedView>;
  /** What is wrong with the input; nothing when nothing is. */
  readonly problems?: (input: InputShapeFromFields<Fields>, context: Context) => Promise<readonly Problem[]>;
  /**
   * Makes the change in a transaction, which any exception rolls back; Refused carries the result for the client.
   */
  readonly work: (input: InputShapeFromFields<Fields>, by: Managing) => Promise<Done>;
  /** What the payload shows beside `changed`. `number` is that of `work`. */
  readonly show: (input: InputShapeFromFields<Fields>, number: number, context: Context) => Promise<Payload>;
}

export interface Managing {
  readonly tx: Prisma.TransactionClient;
  readonly caller: Caller;
  readonly context: Context;
}

const scope = 'exports:manage';

/** Adds a mutation that changes no record of the ledger, with its types: `verbNoun`, `VerbNounInput` and the union `VerbNounResult`. */
export function addManagement<Fields extends InputFieldMap, Payload extends object>(
  name: string,
  options: ManagementOptions<Fields, Payload>,
): void {
  const { description, input, payload } = options;
  const typeName = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const Input = builder.inputType(`${typeName}Input`, {
    description: `Input of \`${name}\`.`,
    fields: (t) => ({ ...input(t), ...envelope(t) }),
  });
  const Result = builder.unionType(`${typeName}Result`, {
    description: `Result of \`${name}\`: the outcome, or an error when nothing was changed.`,
    types: [payload, InvalidInput, Conflict],
    resolveType: (value) => {
      if (!(value instanceof WriteError)) return payload;
      return value instanceof InvalidInputError ? InvalidInput : Conflict;
    },
  });
  const resolve = async (
    _root: unknown,
    args: { readonly input: InputShapeFromFields<Fields> & Envelope },
    context: Context,
  ) => {
    const caller = await authorise(context, scope);
    return manage(name, args.input, options, caller, context);
  };
  builder.mutationField(name, (t) =>
    t.field({
      description: `${description} Requires the scope \`${scope}\`.`,
      type: Result,
      nullable: true,
      args: { input: t.arg({ type: Input, required: true, description: 'Names the object and its new values.' }) },
      extensions: { scope },
      resolve: resolve as never, // the types of the builder cannot follow fields that are not known yet
    }),
  );
}

interface Envelope {
  readonly idempotencyKey?: string | null | undefined;
}

async function manage<Fields extends InputFieldMap, Payload extends object>(
  name: string,
  given: InputShapeFromFields<Fields> & Envelope,
  { problems: problemsOf = async () => [], work, show }: ManagementOptions<Fields, Payload>,
  caller: Caller,
  context: Context,
): Promise<WriteError | (Payload & ManagedView)> {
  const { input, problems } = plainText(given);
  const { idempotencyKey: key } = input;
  const length = [...(key ?? '-')].length;
  const badKey = { at: 'input.idempotencyKey', found: `${length} characters`, expected: '1 to 200 characters' };
  const wrong = [...problems, ...(length < 1 || length > 200 ? [badKey] : [])];
  if (wrong.length > 0) return new InvalidInputError(wrong);
  const idempotency = key == null ? null : { apiKeyId: caller.keyId, key, fingerprint: fingerprintOf([name, input]) };
  try {
    const outcome = await once(context.database, idempotency, async (tx) => {
      const found = await problemsOf(input, context);
      if (found.length > 0) throw new Refused(new InvalidInputError(found));
      return work(input, { tx, caller, context });
    });
    if (outcome.status === 'REUSED') return reused;
    return { ...(await show(input, outcome.number, context)), changed: outcome.changed };
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  }
}

/** Leaves the transaction, with the answer. */
export class Refused extends Error {
  readonly reason: WriteError;

  constructor(reason: WriteError) {
    super(reason.message);
    this.reason = reason;
  }
}

const reused = new ConflictError(
  'IDEMPOTENCY_KEY_REUSED',
  'input.idempotencyKey was already used for another write; nothing was changed. Use a new key for each write.',
);

const envelope = (t: InputBuilder) => ({
  idempotencyKey: t.string({
    description:
      'Idempotency key: 1 to 200 characters, unique to this write. Repeating the write with the same key and input within seven days does not ' +
      'repeat the change; with a different input the result is a Conflict.',
  }),
});
