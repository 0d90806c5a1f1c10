import { openEmbeddedServer } from '#postgres/embedded/open-embedded-server.ts';

// A process that uses the embedded server of a folder until its standard input ends; says its address when it has it.
const [dataDirectory = ''] = process.argv.slice(2);
const server = await openEmbeddedServer({ dataDirectory, settings: { fsync: 'off' } });
console.log(server.url);
for await (const _ of process.stdin);
await server.close();
