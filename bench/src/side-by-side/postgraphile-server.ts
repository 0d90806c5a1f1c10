import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';
import { tellAddress } from './tell-address.ts';

// PostGraphile as its documentation sets it up for production, with the filters that most people add. Read only, as many connections as Concord.
// Columns without an index of their own can be filtered only when a smart tag says so.
const tags = jsonPgSmartTags({
  version: 1,
  config: { class: { stance: { attribute: { retired_in: { tags: { behavior: '+filterBy +attribute:filterBy' } } } } } },
});
const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  plugins: [tags],
  disablePlugins: ['MutationPlugin'],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL ?? '', poolConfig: { max: 10 } })],
  schema: { connectionFilterRelations: true },
  grafast: { explain: false },
  grafserv: { graphiql: false, watch: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
tellAddress(server, '/graphql');
