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

/** Refuses a GET whose variables or extensions are not JSON, which Yoga takes for a mistake of ours. */
export function useGetParameters(endpoint: string): Plugin {
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (request.method !== 'GET' || url.pathname !== endpoint) return;
      const wrong = ['variables', 'extensions'].find((name) => !isJson(url.searchParams.get(name)));
      if (wrong === undefined) return;
      const found = JSON.stringify(url.searchParams.get(wrong)?.slice(0, 80).toWellFormed());
      const message = `${wrong}: found ${found}, expected a JSON object.`;
      const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' satisfies ApiCode } }] });
      endResponse(new fetchAPI.Response(body, { status: 400, headers: { 'content-type': 'application/json' } }));
    },
  };
}

function isJson(text: string | null): boolean {
  if (text === null) return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
