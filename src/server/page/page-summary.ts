import { dateOf, dayOf } from '#agreement/day.ts';
import { askedComparison } from '#comparison/asked-comparison.ts';
import { comparisonRows } from '#comparison/comparison-rows.ts';
import { partyOf, standing } from '#comparison/look-up.ts';
import { isVote, titleOf } from '#comparison/votes/vote-title.ts';
import { mendedText } from '#ledger/titles/mended-case.ts';
import { Refusal } from '#refusal/refusal.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { chartCalled } from './charts.ts';

/** What a link to the page is previewed with. */
export interface PageSummary {
  readonly title: string;
  readonly description: string;
}

const usual: PageSummary = {
  title: 'Concord',
  description: 'Where do countries agree, on what evidence, since when? Each position with the document that shows it.',
};

const longestTitle = 80;
/** A preview is made for whoever asks, so a comparison of more parties is only named. */
const mostCompared = 12;
const mostNamed = 4;

/**
 * Title and description of the view at an address. A view that the ledger has nothing for, or that is asked for wrongly, has those of the whole page:
 * it says itself what is wrong.
 */
export function pageSummary(path: string, parameters: URLSearchParams, snapshot: Snapshot, today: number): PageSummary {
  const [view = '', key = ''] = path.split('/').slice(1);
  try {
    if (view === 'compare') return summaryOfComparison(parameters, snapshot, today) ?? usual;
    if (view === 'matrix') return summaryOfChart(view) ?? usual;
    if (view === 'chart' || view === 'embed') {
      const compared = key === 'compare' ? summaryOfComparison(parameters, snapshot, today) : null;
      return compared ?? summaryOfChart(key) ?? usual;
    }
    return summaryOfRecord(view, decodeURIComponent(key), snapshot) ?? usual;
  } catch (error) {
    if (error instanceof Refusal || error instanceof URIError) return usual;
    throw error;
  }
}

const of = (title: string, description: string): PageSummary => ({
  title: `${title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title} – Concord`,
  description,
});

function summaryOfChart(name: string): PageSummary | null {
  const chart = chartCalled(name);
  return chart && of(chart.title, chart.description);
}

function summaryOfRecord(view: string, key: string, snapshot: Snapshot): PageSummary | null {
  if (view === 'party') {
    const { name } = partyOf(snapshot, key);
    return of(name, `What is known of the positions of ${name}, since when, and the document that shows each.`);
  }
  if (view === 'issue') {
    const issue = standing(snapshot.issues, key);
    return issue && of(issue.name, issue.summary ?? `Where everybody stands on ${issue.name}, claim by claim.`);
  }
  if (view === 'proposition') {
    const proposition = standing(snapshot.propositions, key);
    return proposition && of(proposition.text, `Who supports and who opposes it, since when: ${proposition.text}`);
  }
  if (view === 'vote') {
    const proposition = standing(snapshot.propositions, key);
    if (proposition === null || !isVote(proposition)) return null;
    return of(titleOf(snapshot, proposition), `Who voted how: ${mendedText(proposition.text)}`);
  }
  if (view === 'document') {
    const document = standing(snapshot.documents, key);
    const from = document && [document.publisher, dateOf(document.date)].filter((one) => one !== null).join(', ');
    return document && of(document.title, `${from}: who signed it, what it says, and which positions it shows.`);
  }
  return null;
}

/** The answer of a comparison, in numbers where it is soon made: of few parties, over claims. */
function summaryOfComparison(parameters: URLSearchParams, snapshot: Snapshot, today: number): PageSummary | null {
  const listOf = (name: string) => (parameters.get(name) ?? '').split(',').filter((one) => one !== '');
  const texts = listOf('parties');
  if (texts.length < 1) return null;
  const names = texts.slice(0, mostNamed + 1).map((text) => partyOf(snapshot, text).name);
  const who = texts.length > mostNamed ? `${texts.length} parties` : inWords(names);
  const asked = dayOf(parameters.get('asOf') ?? '');
  const asOf = Number.isNaN(asked) ? today : asked;
  const onDay = `As of ${dateOf(asOf)}. Each position with the document that shows it.`;
  const title = texts.length === 1 ? `Where ${who} stands` : `${who}: where they agree`;
  // What only some address says, such as votes of one session, is left to the page.
  const isPlain = ['kinds', 'sessions', 'propositions', 'confirmedSince'].every((name) => !parameters.has(name));
  if (texts.length < 2 || texts.length > mostCompared || !isPlain) return of(title, onDay);
  const issues = listOf('issues');
  const scope = { asOf, ...(issues.length > 0 && { issues }), ...revisionIn(parameters) };
  const comparison = askedComparison(snapshot, { parties: texts, scope }, { today });
  const known = comparisonRows(comparison).filter(({ verdict }) => verdict !== 'UNKNOWN');
  if (known.length === 0) return of(title, onDay);
  const agree = known.filter(({ verdict }) => verdict === 'AGREE').length;
  const onIssues = issues.length === 0 ? '' : ` on ${inWords(comparison.scope.issues?.map(({ name }) => name) ?? [])}`;
  const found = `agree on ${agree} of ${known.length}`;
  return of(
    `${who} ${found}${onIssues}`,
    `${who} ${found} ${known.length === 1 ? 'proposition' : 'propositions'}${onIssues}. ${onDay}`,
  );
}

const inWords = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names);

function revisionIn(parameters: URLSearchParams): { readonly asKnownAt?: number } {
  const text = parameters.get('revision') ?? '';
  return /^\d{1,9}$/.test(text) ? { asKnownAt: Number(text) } : {};
}
