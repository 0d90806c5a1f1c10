import type { RollCall as RollCallRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { Precision } from '../scalar/scalars.ts';

export const TextScope = builder.enumType('TextScope', {
  description: 'How much of a text was put to the vote.',
  values: {
    WHOLE: { description: 'The text as a whole.' },
    PARAGRAPH: { description: 'A paragraph or another part of it.' },
    AMENDMENT: { description: 'An amendment to it.' },
    UNKNOWN: { description: 'The record does not say which part was voted on.' },
  } as const,
});

export const RollCall = builder.objectRef<RollCallRow>('RollCall').implement({
  description: 'A recorded vote in a body such as the UN General Assembly.',
  fields: (t) => ({
    body: t.exposeString('body', { description: 'The body that voted, such as `UNGA`.' }),
    session: t.exposeInt('session', { description: 'Session number, such as 74.' }),
    series: t.exposeString('series', {
      description:
        'Session by its own name: `ES-11` for the eleventh emergency special session, `S-32` for a special one, `77` for a regular one. `session` is then the regular session in progress.',
    }),
    symbol: t.exposeString('symbol', {
      nullable: true,
      description: 'Symbol of the text, such as `R/74/41`; null when the record has none.',
    }),
    tabledOn: t.expose('tabledOn', {
      type: 'Date',
      description: 'Day of the vote; `tabledOnPrecision` says how exact it is.',
    }),
    tabledOnPrecision: t.expose('tabledOnPrecision', {
      type: Precision,
      description: 'How exact `tabledOn` is.',
    }),
    textScope: t.expose('textScope', { type: TextScope, description: 'How much of the text was put to the vote.' }),
    important: t.exposeBoolean('important', {
      nullable: true,
      description: 'Whether the US Department of State listed it as an important vote; null when unknown.',
    }),
    yes: t.exposeInt('yes', { nullable: true, description: 'Number of votes in favour; null when not recorded.' }),
    no: t.exposeInt('no', { nullable: true, description: 'Number of votes against; null when not recorded.' }),
    abstain: t.exposeInt('abstain', { nullable: true, description: 'Number of abstentions; null when not recorded.' }),
  }),
});
