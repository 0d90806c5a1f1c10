import { type Delivery, type Followed, listDeliveries, listFollowed } from '#webhooks/deliveries.ts';
import { builder, describedValues } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { batchedFromDatabase, cost, listedFromDatabase } from '../cost/field-cost.ts';
import { unrevisioned } from '../unrevisioned.ts';
import { requireScope } from '../write/run-write.ts';

const WebhookStatus = builder.enumType('WebhookStatus', {
  description: 'Progress of the delivery of a webhook.',
  values: describedValues({
    WAITING: 'It is still to be delivered; there may have been attempts.',
    DELIVERED: 'The receiver took it.',
    DEAD: 'It was given up; `concord webhooks send-again` has it tried again.',
  }),
});

const WebhookDelivery = builder.objectRef<Delivery>('WebhookDelivery').implement({
  description: 'What a destination is, was or could not be told of one revision.',
  fields: (t) => ({
    messageId: t.exposeString('id', { description: 'What `webhook-id` is in every attempt.' }),
    destination: t.exposeString('destination', { description: 'Name of the destination.' }),
    revision: t.exposeInt('revision', { description: 'The revision of the ledger that it tells of.' }),
    status: t.expose('status', { type: WebhookStatus, description: 'Progress of the delivery.' }),
    attempts: t.exposeInt('attempts', { description: 'Number of attempts so far.' }),
    error: t.exposeString('error', {
      nullable: true,
      description: 'Why the last attempt failed; null if it did not.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made, in UTC.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was delivered or given up, in UTC; null until then.',
    }),
  }),
});

const Webhook = builder.objectRef<Followed>('Webhook').implement({
  description: 'A destination that is told of changes, as the configuration of the servers names it.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the destination.' }),
    revision: t.exposeInt('revision', { description: 'The revision of the ledger up to which webhooks were made.' }),
    problem: t.exposeString('problem', {
      nullable: true,
      description: 'Why none can be made of later revisions at the moment; null when nothing is in the way.',
    }),
    waiting: t.exposeInt('waiting', { description: 'Number of webhooks that are still to be delivered.' }),
    delivered: t.exposeInt('delivered', { description: 'Number of webhooks that were delivered in the last 30 days.' }),
    dead: t.exposeInt('dead', { description: 'Number of webhooks that were given up in the last 90 days.' }),
  }),
});

/** Deliveries that can be paged through. */
const mostListed = 1_000;
const manage = 'exports:manage';

builder.queryFields((t) => ({
  webhooks: t.field({
    type: [Webhook],
    description:
      'The destinations that are told of changes, ordered by name. Requires a key with the scope `exports:manage`.',
    extensions: { ...cost({ points: listedFromDatabase, rows: 50 }), ...unrevisioned },
    resolve: async (_root, _args, { caller, database }) => {
      requireScope(caller, manage);
      return [...(await listFollowed(database.pool))];
    },
  }),
  webhookDeliveries: t.connection({
    type: WebhookDelivery,
    description: `Deliveries of webhooks, the newest revision first; at most ${mostListed}. Requires a key with the scope \`exports:manage\`.`,
    args: {
      destination: t.arg.string({ description: 'Only those to this destination.' }),
      status: t.arg({ type: WebhookStatus, description: 'Only those of this status.' }),
    },
    extensions: { ...cost({ points: listedFromDatabase + batchedFromDatabase * mostListed }), ...unrevisioned },
    resolve: async (_root, { destination, status, ...page }, { caller, database, pageSizes }) => {
      requireScope(caller, manage);
      const filter = { destination: destination ?? null, status: status ?? null };
      const found = await listDeliveries(database.pool, filter, mostListed);
      return connectionOf(found, page, pageSizes, ({ id }) => `webhook ${id}`);
    },
  }),
}));
