import type { ConflictingChange } from '#ledger/write/changed-since.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import type { RevisionModel } from '#postgres/generated/models.ts';
import type { ApiCode } from '#refusal/codes/api-codes.ts';
import { builder } from '../builder.ts';
import { Revision, revisionOf } from '../revision/revision.ts';

/** Why a write was not done. */
export abstract class WriteError {
  abstract readonly message: string;
  abstract readonly code: ApiCode;
}

/** The input breaks rules of the ledger. */
export class InvalidInputError extends WriteError {
  readonly code = 'INVALID_INPUT';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super();
    this.problems = problems;
  }

  get message(): string {
    const [first] = this.problems;
    const count = this.problems.length === 1 ? '1 problem' : `${this.problems.length} problems`;
    return `${count}; nothing was changed. ${first?.at}: found ${first?.found}, expected ${first?.expected}.`;
  }
}

/** The write does not fit what happened before it. */
export class ConflictError extends WriteError {
  readonly code: 'CHANGED_SINCE' | 'IDEMPOTENCY_KEY_REUSED';
  readonly message: string;
  readonly changes: readonly ConflictingChange[];

  constructor(code: ConflictError['code'], message: string, changes: readonly ConflictingChange[] = []) {
    super();
    this.code = code;
    this.message = message;
    this.changes = changes;
  }
}

export const ErrorInterface = builder.interfaceRef<WriteError>('Error').implement({
  description: 'The request was refused and nothing was changed.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What went wrong, in full sentences for people.' }),
    code: t.exposeString('code', {
      description: 'Stable error code for programs, such as `INVALID_INPUT`; listed in docs/errors.md.',
    }),
  }),
});

const InputProblem = builder.objectRef<Problem>('InputProblem').implement({
  description: 'One reason why the input is invalid.',
  fields: (t) => ({
    at: t.exposeString('at', { description: 'Path of the value in the input, such as `input.stances[3].heldFrom`.' }),
    found: t.exposeString('found', { description: 'What the input has there; long values are truncated.' }),
    expected: t.exposeString('expected', {
      description: 'What was expected instead; for an unknown key, the closest matches.',
    }),
  }),
});

export const InvalidInput = builder.objectType(InvalidInputError, {
  name: 'InvalidInput',
  description: 'The input violates rules of the ledger. Code: INVALID_INPUT.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    problems: t.expose('problems', { type: [InputProblem], description: 'All problems found; at least one.' }),
  }),
});

const ChangeSince = builder.objectRef<ConflictingChange>('ChangeSince').implement({
  description: 'A record of this write that changed after its base revision.',
  fields: (t) => ({
    at: t.exposeString('at', { description: 'Path in the input that names the record, such as `input.stance`.' }),
    record: t.exposeString('record', {
      description: 'Kind and natural key of the record, such as `stance CN | tw-inalienable | 1972-12-22`.',
    }),
    revision: t.field({
      description: 'The revision that changed it.',
      type: Revision,
      resolve: ({ revision }, _args, context) => revisionOf(revision, context),
    }),
  }),
});

export const Conflict = builder.objectType(ConflictError, {
  name: 'Conflict',
  description:
    'The write conflicts with an earlier one. Code CHANGED_SINCE: records that it touches changed after its base revision. ' +
    'Code IDEMPOTENCY_KEY_REUSED: its idempotency key was already used for another write.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    changes: t.expose('changes', {
      type: [ChangeSince],
      description:
        'What changed since the base revision, in the order of revisions; empty unless the code is CHANGED_SINCE.',
    }),
  }),
});

/** What every mutation that was done answers. */
export interface RevisedView {
  readonly revision: RevisionModel;
  readonly changed: boolean;
}

export const Revised = builder.interfaceRef<RevisedView>('Revised').implement({
  description: 'Result of a write to the ledger. All other fields are shown as known at `revision`.',
  fields: (t) => ({
    revision: t.expose('revision', {
      type: Revision,
      description: 'The revision that was made; the current revision when nothing changed.',
    }),
    changed: t.exposeBoolean('changed', {
      description: 'Whether a revision was made; false when the ledger already had this content.',
    }),
  }),
});

/** What every mutation that makes no revision answers when it was done. */
export interface ManagedView {
  readonly changed: boolean;
}

export const Managed = builder.interfaceRef<ManagedView>('Managed').implement({
  description: 'Result of a change that is not part of the ledger and makes no revision.',
  fields: (t) => ({
    changed: t.exposeBoolean('changed', {
      description: 'Whether anything changed; false when everything already was as requested.',
    }),
  }),
});
