import { membershipsOf } from '#comparison/memberships-of.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection/connection-of.ts';
import { pointArgs, pointOf } from '../scope/point-args.ts';
import { Membership } from './membership.ts';
import { Party } from './party.ts';

const sides = {
  members: {
    side: 'bloc',
    description: 'Who belongs to the bloc on a day, by the date of entry; empty for a country.',
  },
  memberships: { side: 'member', description: 'The blocs to which it belongs on a day, by the date of entry.' },
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
          description: 'All memberships, past and future ones too, whatever the day.',
        }),
        includeUnclear: t.arg.boolean({ defaultValue: false, description: 'Also those about which reports differ.' }),
        includeParticipants: t.arg.boolean({
          defaultValue: false,
          description: 'Also those who take part without being members.',
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
