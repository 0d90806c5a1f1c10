import autocannon from 'autocannon';

const connections = 16;

/** Asks a server from 16 connections for some seconds, another body each time, and answers how many requests a second it served. */
export async function requestsPerSecond(api: string, body: () => string, seconds: number): Promise<number> {
  const result = await autocannon({
    url: api,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    requests: [{ setupRequest: (request) => ({ ...request, body: body() }) }],
  });
  return succeeded(api, result);
}

/** The same by GET, another path each time. */
export async function getsPerSecond(api: string, path: () => string, seconds: number): Promise<number> {
  const result = await autocannon({
    url: api,
    connections,
    duration: seconds,
    requests: [{ method: 'GET', setupRequest: (request) => ({ ...request, path: path() }) }],
  });
  return succeeded(api, result);
}

function succeeded(api: string, result: autocannon.Result): number {
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} of the requests to ${api} failed`);
  return result['2xx'] / result.duration;
}

/** Asks once. */
export async function ask(api: string, body: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(api, { method: 'POST', headers, body });
  const answer = (await response.json()) as { readonly errors?: unknown };
  if (!response.ok || answer.errors !== undefined) {
    throw new Error(`${api} answers ${response.status}: ${JSON.stringify(answer.errors ?? answer).slice(0, 500)}`);
  }
  return answer;
}
