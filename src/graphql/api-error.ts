import { GraphQLError } from 'graphql';
import type { ApiCode } from '#refusal/codes/api-codes.ts';

/** An error that a client can act on, `code` in its extensions. Says which argument, what was found and what is allowed. */
export const apiError = (code: ApiCode, message: string, extensions: Record<string, unknown> = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...extensions } });
