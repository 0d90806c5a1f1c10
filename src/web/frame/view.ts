import type { ComponentType } from 'preact';
import type { Address, ViewName } from '../address/address.ts';

/** A view shows the state in an address, and changes it by navigating to another. */
export type View = ComponentType<{ readonly address: Address }>;

/**
 * Loads a view, with its styles, when it is first shown. Each view has its own folder; the view of a record looks it up by
 * `address.key`.
 */
export const views: Readonly<Record<Exclude<ViewName, 'compare' | 'nowhere'>, () => Promise<View>>> = {
  home: () => import('../home/home-view.tsx').then(({ HomeView }) => HomeView),
  votes: () => import('../votes/votes-view.tsx').then(({ VotesView }) => VotesView),
  vote: () => import('../vote/vote-view.tsx').then(({ VoteView }) => VoteView),
  search: () => import('../search/search-view.tsx').then(({ SearchView }) => SearchView),
  about: () => import('../about/about-view.tsx').then(({ AboutView }) => AboutView),
  parties: () => import('../lists/parties-view.tsx').then(({ PartiesView }) => PartiesView),
  issues: () => import('../lists/issues-view.tsx').then(({ IssuesView }) => IssuesView),
  documents: () => import('../lists/documents-view.tsx').then(({ DocumentsView }) => DocumentsView),
  claims: () => import('../lists/claims-view.tsx').then(({ ClaimsView }) => ClaimsView),
  chart: () => import('../charts/chart-view.tsx').then(({ ChartView }) => ChartView),
  matrix: () => import('../charts/chart-view.tsx').then(({ ChartView }) => ChartView),
  party: () => import('../party/party-view.tsx').then(({ PartyView }) => PartyView),
  issue: () => import('../issue/issue-view.tsx').then(({ IssueView }) => IssueView),
  proposition: () => import('../proposition/proposition-view.tsx').then(({ PropositionView }) => PropositionView),
  document: () => import('../document/document-view.tsx').then(({ DocumentView }) => DocumentView),
};
