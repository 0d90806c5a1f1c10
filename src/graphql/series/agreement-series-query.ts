import { askedSeries } from '#comparison/series/asked-series.ts';
import { builder } from '../builder.ts';
import { compareArgs, partiesDescription } from '../comparison/comparison-queries.ts';
import { cost } from '../cost/field-cost.ts';
import { seriesSize, slicePoints } from '../cost/series-points.ts';
import { AgreementSeries, SeriesPeriod } from './agreement-series.ts';

builder.queryField('agreementSeries', (t) =>
  t.field({
    type: AgreementSeries,
    nullable: true,
    description:
      'How the agreement of parties moved from period to period, and when it changed its level. What names no party, or several, is an error (UNKNOWN_PARTY); sessions of several bodies and more than a thousand periods are BAD_INPUT.',
    args: {
      parties: t.arg.stringList({ required: true, description: partiesDescription }),
      with: t.arg.stringList({
        description:
          'Compare the only one of `parties` with each of these in turn: 1 to 250 others without duplicates, their keys, or other codes and names. `with` of the answer has a series for each.',
      }),
      by: t.arg({ type: SeriesPeriod, required: true, description: 'By what the series is divided.' }),
      from: t.arg({
        type: 'Date',
        description:
          'Leave out the periods that end before this day. Default: begin with the first in which one of the parties spoke.',
      }),
      ...compareArgs,
    },
    extensions: cost({ points: slicePoints, around: seriesSize }),
    resolve: (_root, args, context) => askedSeries(context.snapshot, args, context),
  }),
);
