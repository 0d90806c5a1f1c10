import type { InputFieldMap, InputShapeFromFields, ObjectRef } from '@pothos/core';
import type { Caller, KeyScope } from '#ledger/keys/authenticate.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import type { Change } from '#ledger/write/write.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import {
  Conflict,
  InvalidInput,
  InvalidInputError,
  type ManagedView,
  type RevisedView,
  WriteError,
} from './results.ts';
import {
  authorise,
  type Envelope,
  type Managing,
  resultOf,
  runManagement,
  runWrite,
  type WriteEnvelope,
} from './run-write.ts';

type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Parameters> ? Parameters : never;
type InputBuilder = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

interface Definition<Input, View extends object> {
  /** What a key has to be allowed to do. */
  readonly scope: KeyScope;
  readonly description: string;
  /** What the argument is, as a sentence. */
  readonly argument: string;
  /** The fields of `Input`. */
  readonly input: (t: InputBuilder) => InputFieldMap;
  readonly payload: ObjectRef<Types, View>;
  readonly run: (input: Input, caller: Caller, context: Context) => Promise<WriteError | View>;
}

/** Adds a mutation with its input and result types: `verbNoun`, `VerbNounInput` and the union `VerbNounResult`. */
function define<Input, View extends object>(
  name: string,
  { scope, description, argument, input, payload, run }: Definition<Input, View>,
): void {
  const typeName = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const InputType = builder.inputType(`${typeName}Input`, { description: `Input of \`${name}\`.`, fields: input });
  const Result = builder.unionType(`${typeName}Result`, {
    description: `Result of \`${name}\`: the outcome, or an error when nothing was changed.`,
    types: [payload, InvalidInput, Conflict],
    resolveType: (value) => {
      if (!(value instanceof WriteError)) return payload;
      return value instanceof InvalidInputError ? InvalidInput : Conflict;
    },
  });
  const resolve = async (_root: unknown, args: { readonly input: Input }, context: Context) =>
    run(args.input, await authorise(context, scope), context);
  builder.mutationField(name, (t) =>
    t.field({
      description: `${description} Requires the scope \`${scope}\`.`,
      type: Result,
      nullable: true,
      args: { input: t.arg({ type: InputType, required: true, description: argument }) },
      extensions: { scope },
      resolve: resolve as never, // the types of the builder cannot follow fields that are not known yet
    }),
  );
}

export interface MutationOptions<Fields extends InputFieldMap, Payload extends object> {
  /** What a key has to be allowed to do. */
  readonly scope: KeyScope;
  readonly description: string;
  /** The input, apart from `message`, `idempotencyKey` and `baseRevision`, which every mutation has. */
  readonly input: (t: InputBuilder) => Fields;
  readonly payload: ObjectRef<Types, RevisedView & Payload>;
  /** Problems with the sizes in the input; none when omitted. */
  readonly limits?: (input: InputShapeFromFields<Fields>) => readonly Problem[];
  /** What is to be changed. */
  readonly change: (input: InputShapeFromFields<Fields> & WriteEnvelope) => Change;
  /** What the payload shows beside the revision; the context is at that revision. */
  readonly show: (input: InputShapeFromFields<Fields>, context: Context) => Payload | Promise<Payload>;
}

/** Adds a mutation of the ledger. */
export function addMutation<Fields extends InputFieldMap, Payload extends object>(
  name: string,
  { limits = () => [], change, show, input, ...definition }: MutationOptions<Fields, Payload>,
): void {
  type Input = InputShapeFromFields<Fields> & WriteEnvelope;
  define<Input, RevisedView & Payload>(name, {
    ...definition,
    argument: 'The change and the reason for it.',
    input: (t) => ({
      ...input(t),
      message: t.string({
        required: true,
        description: 'Reason for the change, 1 to 500 characters; stored with the revision.',
      }),
      idempotencyKey: idempotencyKey(t, 'returns the same result without repeating the change'),
      baseRevision: t.int({
        description:
          'The revision that the change is based on. If a record that this write touches has changed since, the result is a Conflict. Default: no check.',
      }),
    }),
    run: async (given, caller, context) => {
      const outcome = await runWrite<Input>(name, given, { limits, change }, caller, context);
      if (outcome instanceof WriteError) return outcome;
      return { ...outcome.revised, ...(await resultOf(outcome.done, () => show(outcome.input, context))) };
    },
  });
}

export interface ManagementOptions<Fields extends InputFieldMap, Payload extends object> {
  readonly description: string;
  /** The input, apart from `idempotencyKey`, which every mutation has. */
  readonly input: (t: InputBuilder) => Fields;
  readonly payload: ObjectRef<Types, Payload & ManagedView>;
  /** What is wrong with the input; nothing when omitted. */
  readonly problems?: (input: InputShapeFromFields<Fields>, context: Context) => Promise<readonly Problem[]>;
  /** Makes the change in a transaction, which any exception rolls back; Refused carries the result for the client. */
  readonly work: Managing<InputShapeFromFields<Fields>>;
  /** What the payload shows beside `changed`. `number` is that of `work`. */
  readonly show: (input: InputShapeFromFields<Fields>, number: number, context: Context) => Promise<Payload>;
}

/** Adds a mutation that changes no record of the ledger, such as an export. */
export function addManagement<Fields extends InputFieldMap, Payload extends object>(
  name: string,
  { problems = async () => [], work, show, input, ...definition }: ManagementOptions<Fields, Payload>,
): void {
  type Input = InputShapeFromFields<Fields> & Envelope;
  define<Input, Payload & ManagedView>(name, {
    ...definition,
    scope: 'exports:manage',
    argument: 'Names the object and its new values.',
    input: (t) => ({ ...input(t), idempotencyKey: idempotencyKey(t, 'does not repeat the change') }),
    run: (given, caller, context) => runManagement(name, given, { problems, work, show }, caller, context),
  });
}

const idempotencyKey = (t: InputBuilder, repeated: string) =>
  t.string({
    description:
      `Idempotency key: 1 to 200 characters, unique to this write. Repeating the write with the same key and input within seven days ${repeated}` +
      '; with a different input the result is a Conflict.',
  });
