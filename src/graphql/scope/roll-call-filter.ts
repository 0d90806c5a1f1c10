import { builder } from '../builder.ts';

export const RollCallFilter = builder.inputType('RollCallFilter', {
  description: 'Which roll calls. What is left out does not matter.',
  fields: (t) => ({
    bodies: t.stringList({ description: 'Only of these bodies, such as `UNGA`.' }),
    sessions: t.intList({ description: 'Only of these sessions.' }),
    wholeTextOnly: t.boolean({
      description: 'Without votes on paragraphs and amendments. Roll calls of which the record does not say are kept.',
    }),
    importantOnly: t.boolean({ description: 'Only those that the US Department of State listed as important.' }),
  }),
});
