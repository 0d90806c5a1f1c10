import type { ViewName } from '../../src/web/address/address.ts';
import type { ChartName } from '../../src/web/charts/names.ts';

/** An address that the walk over all views opens. */
export interface WalkedAddress {
  readonly path: string;
  /** What its scope says in print besides the address, where it has one. */
  readonly scope?: RegExp;
  /** What answers: it begins on the first page of print. */
  readonly answer: string;
}

const forty =
  'CN,RU,US,GB,FR,DE,JP,IN,AU,UA,BY,BR,ZA,IR,KP,KR,TR,PL,SE,FI,NO,DK,NL,BE,ES,PT,IT,GR,CA,NZ,MX,AR,EG,SA,PK,ID,VN,PH,SG,MY';

/** A view of so many parties, as many as a view of several is looked at with. */
export const withParties = (path: string, answer: string, more = ''): WalkedAddress[] =>
  [2, 5, 12, 40].map((count) => ({
    path: `${path}?parties=${forty.split(',').slice(0, count).join(',')}&asOf=2022-06-01${more}`,
    answer,
    scope: /1 June 2022 · .*claims/,
  }));

/** What is opened of each chart in the frame of another site. */
export const walkedFrames: Readonly<Record<ChartName, readonly string[]>> = {
  compare: [
    ...withParties('/embed/compare', '').map(({ path }) => path),
    '/embed/compare?parties=nato,brics&asOf=2022-06-01',
    '/embed/compare?parties=',
  ],
  matrix: withParties('/embed/matrix', '').map(({ path }) => path),
  trend: withParties('/embed/trend', '').map(({ path }) => path),
  world: ['/embed/world?party=CN&asOf=2022-06-01'],
  map: ['/embed/map?asOf=2022-06-01'],
  groups: ['/embed/groups?asOf=2022-06-01'],
  coverage: ['/embed/coverage?asOf=2022-06-01'],
};

/** What is opened of each view, on the seed files with the votes of tests/api/roll-calls.yaml: a new view has to be here. */
export const walkedViews: Readonly<Record<ViewName, readonly WalkedAddress[]>> = {
  home: [{ path: '/', answer: '.example' }],
  compare: [
    ...withParties('/compare', '.verdict-bar'),
    { path: '/compare?parties=nato,brics&asOf=2022-06-01', answer: '.verdict-bar' },
    { path: '/compare?parties=', answer: '.notice' },
  ],
  matrix: withParties('/matrix', '.heat-map').map((walked) => ({ ...walked, scope: /claims · as of 1 June 2022/ })),
  chart: [
    { path: '/chart/compare?parties=CN,RU&asOf=2022-06-01', answer: '.verdict-bar' },
    { path: '/chart/matrix?parties=CN,RU,US&asOf=2022-06-01', answer: '.heat-map' },
    ...withParties('/chart/trend', '.chart-picture').map(({ path, answer }) => ({ path, answer })),
    ...['world?party=CN&', 'map?', 'groups?', 'coverage?'].map((chart) => ({
      path: `/chart/${chart}asOf=2022-06-01`,
      answer: '.chart-picture',
    })),
  ],
  votes: [
    { path: '/votes', answer: '.votes' },
    {
      path: '/votes?q=something&result=TIED',
      answer: '.votes-found',
      scope: /Words of the text: “something” · Result: as many yes as no/,
    },
    { path: '/votes?parties=CN,IN', answer: '.votes' },
  ],
  vote: [
    { path: '/vote/vote-1', answer: '.tally-bar' },
    { path: '/vote/vote-2', answer: '.tally-bar' },
  ],
  search: [
    { path: '/search', answer: 'h1' },
    { path: '/search?q=china', answer: 'h2' },
  ],
  about: [{ path: '/about', answer: 'h2' }],
  parties: [
    { path: '/party', answer: '.listed-names' },
    { path: '/party?q=korea', answer: '.listed-names', scope: /“korea”/ },
  ],
  issues: [{ path: '/issue', answer: '.list-view > :not(header) a' }],
  documents: [{ path: '/document', answer: '.list-view > :not(header) a' }],
  claims: [{ path: '/proposition', answer: '.list-view > :not(header) a' }],
  party: [
    { path: '/party/CN', answer: '.record-facts' },
    { path: '/party/nato', answer: '.record-facts' },
  ],
  issue: [{ path: '/issue/taiwan', answer: 'h2' }],
  proposition: [{ path: '/proposition/tw-inalienable', answer: 'h2' }],
  document: [{ path: '/document/seed-gt-2022-02-04', answer: '.record-facts' }],
  nowhere: [{ path: '/party/none-of-these', answer: '.notice' }],
};
