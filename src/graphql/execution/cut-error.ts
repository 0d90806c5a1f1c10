import { GraphQLError } from 'graphql';

/** Letters of a message; what clients write can stand in it, whole. */
const longest = 500;

/** The error with a message of a sane length. */
export function cutError(error: GraphQLError): GraphQLError {
  if (error.message.length <= longest) return error;
  const { nodes, source, positions, path, originalError, extensions } = error;
  const message = `${error.message.slice(0, longest).toWellFormed()}…`;
  return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions });
}
