import { builder } from '../builder.ts';

export const RollCallFilter = builder.inputType('RollCallFilter', {
  description: 'Restricts roll calls. Omitted fields do not restrict.',
  fields: (t) => ({
    bodies: t.stringList({ description: 'Only roll calls of these bodies, such as `["UNGA"]`.' }),
    sessions: t.intList({ description: 'Only roll calls of these sessions, such as `[74, 75]`.' }),
    wholeTextOnly: t.boolean({
      description: 'True: exclude votes on paragraphs and amendments. Roll calls whose text scope is unknown are kept.',
    }),
    importantOnly: t.boolean({ description: 'True: only votes that the US Department of State listed as important.' }),
  }),
});
