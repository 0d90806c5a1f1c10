import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** Connections that are kept: most of a test of many small questions would go into opening them, and into `fetch`. */
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** The body of the answer to a GET, or to a POST of JSON when there is a body. */
export function askQuickly(url: URL, body?: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) };
    const sent = request(url, { agent, method: body ? 'POST' : 'GET', headers }, (response) => {
      text(response).then(resolve, reject);
    });
    sent.on('error', reject).end(body && JSON.stringify(body));
  });
}
