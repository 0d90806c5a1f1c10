import type { Plugin } from 'graphql-yoga';
import type { ApiCode } from '#refusal/codes/api-codes.ts';

/** The media types in which a body is taken. */
export const accepted = /^application\/(json|graphql-response\+json)\s*(;|$)/i;

/** Refuses a POST whose body is of another type or packed, and says which are taken: what a form of another site can send is not. */
export function useJsonOnly(endpoint: string): Plugin {
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (request.method !== 'POST' || url.pathname !== endpoint) return;
      const type = request.headers.get('content-type') ?? '';
      const encoding = request.headers.get('content-encoding') ?? 'identity';
      if (accepted.test(type) && encoding === 'identity') return;
      const message = accepted.test(type)
        ? `content-encoding: found "${encoding.slice(0, 80)}", expected none.`
        : `content-type: found "${type.slice(0, 80)}", expected application/json.`;
      const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' satisfies ApiCode } }] });
      endResponse(new fetchAPI.Response(body, { status: 415, headers: { 'content-type': 'application/json' } }));
    },
  };
}
