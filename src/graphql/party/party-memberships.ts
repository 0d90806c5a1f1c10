import { membershipsOf } from '#comparison/look-up.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { pointArgs, pointOf } from '../scope/point.ts';
import { Membership } from './membership.ts';
import { Party } from './party.ts';

const sides = {
  members: {
    side: 'bloc',
    description: 'The members of the bloc or group on a day, ordered by date of entry; empty for a country or person.',
  },
  memberships: {
    side: 'member',
    description: 'The blocs or groups to which the party belongs on a day, ordered by date of entry.',
  },
} as const;

for (const [name, { side, description }] of Object.entries(sides)) {
  builder.objectField(Party, name as 'members', (t) =>
    t.connection({
      description,
      type: Membership,
      args: {
        ...pointArgs,
        ever: t.arg.boolean({
          defaultValue: false,
          description: 'True: all memberships, including past and future ones, regardless of `asOf`.',
        }),
        includeUnclear: t.arg.boolean({
          defaultValue: false,
          description: 'True: include memberships with the status UNCLEAR.',
        }),
        includeParticipants: t.arg.boolean({
          defaultValue: false,
          description: 'True: include participants that are not members.',
        }),
      },
      resolve(party, args, context) {
        const { day, revision } = pointOf(args, context, party.knownAt);
        const question = {
          day: args.ever ? null : day,
          revision,
          includeUnclear: args.includeUnclear ?? false,
          includeParticipants: args.includeParticipants ?? false,
        };
        return connectionOf(
          membershipsOf(context.snapshot, side, party, question).map((row) => ({ ...row, knownAt: revision })),
          args,
          context.pageSizes,
          ({ id }) => `membership ${id}`,
        );
      },
    }),
  );
}
