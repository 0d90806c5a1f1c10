import { GraphQLError } from 'graphql';

/** An error that a client can act on; `code` stands in `extensions.code`. */
export type ErrorCode =
  | 'BAD_INPUT'
  | 'BAD_ID'
  | 'BAD_CURSOR'
  | 'UNKNOWN_PARTY'
  | 'UNKNOWN_ISSUE'
  | 'UNKNOWN_PROPOSITION'
  | 'UNKNOWN_DOCUMENT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'REVISION_NOT_REACHED';

/** Says which argument, what was found and what is allowed. */
export const apiError = (code: ErrorCode, message: string, extensions: Record<string, unknown> = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...extensions } });
