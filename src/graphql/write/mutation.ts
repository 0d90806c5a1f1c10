import type { InputFieldMap, InputShapeFromFields, ObjectRef } from '@pothos/core';
import type { Scope } from '#ledger/keys/authenticate.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import type { Change } from '#ledger/write/write.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { authorise } from './checks.ts';
import { Conflict, InvalidInput, InvalidInputError, type RevisedView, WriteError } from './results.ts';
import { type Envelope, runWrite } from './run-write.ts';

type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Parameters> ? Parameters : never;
type InputBuilder = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

export interface MutationOptions<Fields extends InputFieldMap, Payload extends object> {
  /** What a key has to be allowed to do. */
  readonly scope: Scope;
  readonly description: string;
  /** The input, apart from `message`, `idempotencyKey` and `baseRevision`, which every mutation has. */
  readonly input: (t: InputBuilder) => Fields;
  readonly payload: ObjectRef<Types, RevisedView & Payload>;
  /** Problems with the sizes in the input; none when omitted. */
  readonly limits?: (input: InputShapeFromFields<Fields>) => readonly Problem[];
  /** What is to be changed. */
  readonly change: (input: InputShapeFromFields<Fields> & Envelope) => Change;
  /** What the payload shows beside the revision; the context is at that revision. */
  readonly show: (input: InputShapeFromFields<Fields>, context: Context) => Payload | Promise<Payload>;
}

/** Adds a mutation with its input and result types: `verbNoun`, `VerbNounInput` and the union `VerbNounResult`. */
export function addMutation<Fields extends InputFieldMap, Payload extends object>(
  name: string,
  { scope, description, input, payload, limits = () => [], change, show }: MutationOptions<Fields, Payload>,
): void {
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
    const outcome = await runWrite<InputShapeFromFields<Fields> & Envelope>(
      name,
      args.input,
      { limits, change },
      caller,
      context,
    );
    return outcome instanceof WriteError ? outcome : { ...outcome.revised, ...(await show(outcome.input, context)) };
  };
  builder.mutationField(name, (t) =>
    t.field({
      description: `${description} Requires the scope \`${scope}\`.`,
      type: Result,
      nullable: true,
      args: { input: t.arg({ type: Input, required: true, description: 'The change and the reason for it.' }) },
      extensions: { scope },
      resolve: resolve as never, // the types of the builder cannot follow fields that are not known yet
    }),
  );
}

const envelope = (t: InputBuilder) => ({
  message: t.string({
    required: true,
    description: 'Reason for the change, 1 to 500 characters; stored with the revision.',
  }),
  idempotencyKey: t.string({
    description:
      'Idempotency key: 1 to 200 characters, unique to this write. Repeating the write with the same key and input within seven days returns ' +
      'the same result without repeating the change; with a different input the result is a Conflict.',
  }),
  baseRevision: t.int({
    description:
      'The revision that the change is based on. If a record that this write touches has changed since, the result is a Conflict. Default: no check.',
  }),
});
