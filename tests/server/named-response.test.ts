import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NamedResponse } from '#server/edge/create-edge.ts';

type Write = (response: NamedResponse) => void;

let write: Write = () => {};
const server = createServer({ ServerResponse: NamedResponse }, (_request, response) => write(response));
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => server.closeAllConnections());

const forms: readonly [string, Write][] = [
  ['nothing but a status', (response) => response.writeHead(202)],
  ['a reason', (response) => response.writeHead(202, 'Taken')],
  ['an object', (response) => response.writeHead(202, { 'x-one': 'a' })],
  ['a reason and an object', (response) => response.writeHead(202, 'Taken', { 'x-one': 'a' })],
  ['names and values in turn', (response) => response.writeHead(202, ['x-one', 'a'])],
  ['a reason and names and values in turn', (response) => response.writeHead(202, 'Taken', ['x-one', 'a'])],
  ['pairs', (response) => response.writeHead(202, [['x-one', 'a']])],
  ['a reason and pairs', (response) => response.writeHead(202, 'Taken', [['x-one', 'a']])],
  [
    'a header set before and names and values',
    (response) => response.setHeader('x-two', 'b').writeHead(202, ['x-one', 'a']),
  ],
  ['a header set before and pairs', (response) => response.setHeader('x-two', 'b').writeHead(202, [['x-one', 'a']])],
  ['a list of several values', (response) => response.writeHead(202, [['x-one', ['a', 'b']]])],
  ['no call of it at all', (response) => Object.assign(response, { statusCode: 202 })],
];

test.each(forms)('the id is told beside %s', async (form, given) => {
  let id = '';
  write = (response) => {
    id = response.requestId;
    given(response);
    response.end();
  };
  const { port } = server.address() as AddressInfo; // it listens on a port
  const { status, statusText, headers } = await fetch(`http://127.0.0.1:${port}`);
  expect([status, headers.get('concord-request-id')]).toEqual([202, id]);
  expect(statusText).toBe(form.includes('reason') ? 'Taken' : 'Accepted');
  const one = form.includes('several') ? 'a, b' : 'a';
  expect(headers.get('x-one')).toBe(/nothing|no call|^a reason$/.test(form) ? null : one);
  expect(headers.get('x-two')).toBe(form.includes('before') ? 'b' : null);
});
