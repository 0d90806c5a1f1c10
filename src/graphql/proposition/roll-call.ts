import type { RollCall as RollCallRow } from '#snapshot/catalogue.ts';
import { builder } from '../builder.ts';
import { Precision } from '../scalar/precision.ts';

export const TextScope = builder.enumType('TextScope', {
  description: 'How much of a text was voted on.',
  values: {
    WHOLE: { description: 'The whole text.' },
    PARAGRAPH: { description: 'A paragraph or another part of it.' },
    AMENDMENT: { description: 'An amendment to it.' },
    UNKNOWN: { description: 'The record does not say.' },
  } as const,
});

export const RollCall = builder.objectRef<RollCallRow>('RollCall').implement({
  description: 'A vote by name in a body.',
  fields: (t) => ({
    body: t.exposeString('body', { description: 'Who voted, such as `UNGA`.' }),
    session: t.exposeInt('session', { description: 'Number of the session.' }),
    symbol: t.exposeString('symbol', {
      nullable: true,
      description: 'Symbol of the text, such as R/74/41; null when the record has none.',
    }),
    tabledOn: t.expose('tabledOn', { type: 'Date', description: 'Day of the vote; see its precision.' }),
    tabledOnPrecision: t.expose('tabledOnPrecision', {
      type: Precision,
      description: 'How much of that day is known.',
    }),
    textScope: t.expose('textScope', { type: TextScope, description: 'How much of the text was voted on.' }),
    important: t.exposeBoolean('important', {
      nullable: true,
      description:
        'Whether the US Department of State listed it as an important vote; null when the record does not say.',
    }),
    yes: t.exposeInt('yes', { nullable: true, description: 'Votes in favour; null when not recorded.' }),
    no: t.exposeInt('no', { nullable: true, description: 'Votes against; null when not recorded.' }),
    abstain: t.exposeInt('abstain', { nullable: true, description: 'Abstentions; null when not recorded.' }),
  }),
});
