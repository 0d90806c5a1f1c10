import { apiError } from '../api-error.ts';

export const idDescription =
  'Opaque global id; pass it to `node`. To name an object in arguments or to people, use its `key`.';

/** The opaque id of a row of a type. */
export const encodeId = (typename: string, id: string): string =>
  Buffer.from(`${typename}:${id}`, 'utf8').toString('base64url');

/** The type and id in an opaque id; throws BAD_ID when it is malformed. */
export function decodeId(globalId: string): { typename: string; id: string } {
  const text = Buffer.from(globalId, 'base64url').toString('utf8');
  const split = text.indexOf(':');
  if (split < 1 || encodeId(text.slice(0, split), text.slice(split + 1)) !== globalId) {
    throw apiError(
      'BAD_ID',
      `id: found ${JSON.stringify(globalId.slice(0, 80).toWellFormed())}, expected an id returned by this API.`,
    );
  }
  return { typename: text.slice(0, split), id: text.slice(split + 1) };
}
