import { expect, test } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { everything } from '../standing.ts';
import { type Changes, refusalOf, replacing } from './sample.ts';

const database = useDatabase('seeded');
const absences = 'absences_1946_2015.csv';

const cases: readonly (readonly [what: string, changes: Changes, ...lines: string[]])[] = [
  [
    'a vote on an unknown roll call',
    { 'votes.csv': replacing('4004,Russia', '4005,Russia') },
    'votes.csv:31  found roll call 4005, expected one of the roll calls of roll_calls.csv',
  ],
  [
    'an issue and an absence of an unknown roll call',
    {
      'issues.csv': replacing('2400,di', '2399,di'),
      [absences]: replacing('4000,Namibia', '3999,Namibia'),
    },
    'issues.csv:7  found roll call 2399, expected one of the roll calls of roll_calls.csv',
    `${absences}:8  found roll call 3999, expected one of the roll calls of roll_calls.csv`,
  ],
  [
    'an unknown vote word',
    { 'votes.csv': replacing('4004,Russia,RU,yes', '4004,Russia,RU,Yes') },
    'votes.csv:31  found vote: "Yes", expected one of yes, abstain, no',
  ],
  [
    'an unknown status',
    { [absences]: replacing('4000,Namibia,NA,absent', '4000,Namibia,NA,away') },
    `${absences}:8  found status: "away", expected one of absent, not_member`,
  ],
  [
    'an unknown country',
    { 'votes.csv': replacing('4004,Russia,RU', '4004,Narnia,NX') },
    'votes.csv:31  found country: "Narnia", country_code: "NX", expected a country of the crosswalk',
  ],
  [
    'a country with another code, as when NA is read as nothing',
    { 'votes.csv': replacing('2500,Namibia,NA', '2500,Namibia,') },
    'votes.csv:23  found country: "Namibia", country_code: "", expected the code NA for Namibia',
  ],
  [
    'a country with a code that has none',
    { 'votes.csv': replacing('1000,Zanzibar,,', '1000,Zanzibar,ZZ,') },
    'votes.csv:10  found country: "Zanzibar", country_code: "ZZ", expected no code for Zanzibar',
  ],
  [
    'a country that was not there at that date',
    { 'votes.csv': replacing('1191,China,CN', '1191,Taiwan,TW'), [absences]: replacing('1190,China', '12,China') },
    'votes.csv:16  found Taiwan on 1971-11-03, expected it before 1971-11-01, as the crosswalk has it',
    `${absences}:5  found China on 1946-12-07, expected it from 1971-10-01 on, as the crosswalk has it`,
  ],
  [
    'the same vote twice',
    { 'votes.csv': (text) => `${text}3,Russia,RU,no\n` },
    'votes.csv:32  found a second record of RU on roll call 3, expected one, as at votes.csv:3',
  ],
  [
    'two names of one party on one roll call',
    { 'votes.csv': (text) => `${text}2500,Germany,DE,abstain\n` },
    'votes.csv:32  found a second record of DE on roll call 2500, expected one, as at votes.csv:22',
  ],
  [
    'an absence of a party that voted',
    { [absences]: replacing('2501,Germany', '2502,Germany') },
    `${absences}:7  found a second record of DE on roll call 2502, expected one, as at votes.csv:25`,
  ],
  [
    'a roll call twice',
    { 'roll_calls.csv': (text) => `${text}3,1,1946-01-01,,,Again,,,\n` },
    'roll_calls.csv:19  found roll call 3 again, expected it once, as at roll_calls.csv:2',
  ],
  [
    'an issue of a roll call twice',
    { 'issues.csv': (text) => `${text}11,hr,Human rights\n` },
    'issues.csv:9  found issue un-human-rights of roll call 11 again, expected it once, as at issues.csv:4',
  ],
  [
    'an unknown issue',
    { 'issues.csv': replacing('2400,di', '2400,dis') },
    'issues.csv:7  found short_name: "dis", expected one of me, nu, di, hr, co, ec',
  ],
  [
    'an issue with the name of another',
    { 'issues.csv': replacing('11,hr,Human rights', '11,hr,Colonialism') },
    'issues.csv:4  found issue: "Colonialism", expected Human rights for hr',
  ],
];

test.each(cases.map(([what, changes, ...lines]) => [what, changes, lines] as const))(
  '%s is refused, and nothing changes',
  async (_, changes, lines) => {
    const before = await everything(database);
    expect(await refusalOf(database, changes)).toEqual(lines);
    expect(await everything(database)).toEqual(before);
  },
);
