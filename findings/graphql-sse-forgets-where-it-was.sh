#!/bin/sh
# graphql-sse 2.6.1 beside eventsource 5.1.5: after a cut its client subscribes anew and does not say where it was.
#
# In the protocol's "distinct connections" mode every subscription is an event stream, whose events may have an `id`. A client of event streams sends
# the last of them as Last-Event-ID when it connects again, so that a server can go on where it stopped. graphql-sse's client connects again as well
# (`retryAttempts`), but reads no `id` and sends no such header: a server that resumes sees a new subscriber. What was sent while it was away is lost, or,
# as here, the same is told again. Who needs every event has to keep the place and put it into the variables, which are written anew for each connection.
#
# Installs the packages into a temporary folder and asks a server on 127.0.0.1. Exit 0: seen as told here; 1: something has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --save-exact graphql-sse@2.6.1 graphql@16.14.2 eventsource@5.1.5 >install.log 2>&1 || { cat install.log; exit 1; }

cat >ask.js <<'JS'
import { createServer } from 'node:http';
import { EventSource } from 'eventsource';
import { createClient } from 'graphql-sse';

// Tells of two numbers in each stream, each an event with its id, from the one after Last-Event-ID on, and cuts the stream; after three it says that all is told.
let streams = [];
const server = createServer((request, response) => {
  const last = request.headers['last-event-id'];
  streams.push(last ?? 'none');
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  if (streams.length > 3) return response.end('event: complete\ndata:\n\n');
  const first = last === undefined ? 1 : Number(last) + 1;
  response.write('retry: 10\n\n');
  for (const number of [first, first + 1]) response.write(`id: ${number}\nevent: next\ndata: ${JSON.stringify({ data: { number } })}\n\n`);
  setTimeout(() => response.destroy(), 100);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const url = `http://127.0.0.1:${server.address().port}/`;

async function follow(name, subscribe) {
  streams = [];
  const told = [];
  await new Promise((done) => subscribe(({ data }) => told.push(data.number), done));
  console.log(`${name}: Last-Event-ID ${streams.join(', ')}; told of ${told.join(', ')}`);
}

await follow('graphql-sse', (next, complete) => {
  const client = createClient({ url, retryAttempts: 5, retry: async () => {} });
  client.subscribe({ query: 'subscription { number }' }, { next, complete, error: complete });
});
await follow('eventsource', (next, complete) => {
  const source = new EventSource(url);
  source.addEventListener('next', ({ data }) => next(JSON.parse(data)));
  source.addEventListener('complete', () => {
    source.close();
    complete();
  });
});
server.close();
server.closeAllConnections();
JS

seen=$(node ask.js)
echo "$seen"
expected='graphql-sse: Last-Event-ID none, none, none, none; told of 1, 2, 1, 2, 1, 2
eventsource: Last-Event-ID none, 2, 4, 6; told of 1, 2, 3, 4, 5, 6'
if [ "$seen" != "$expected" ]; then
  printf 'That has changed. Expected:\n%s\n' "$expected"
  exit 1
fi
