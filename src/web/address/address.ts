import { isChartName, isOfView } from '../charts/names.ts';
import { rootPath } from './root-path.ts';

/** The view: the first segment of the path; `home` has none. */
export type ViewName =
  | 'home'
  | 'compare'
  | 'matrix'
  | 'votes'
  | 'search'
  | 'about'
  | 'chart'
  | RecordView
  | (typeof lists)[RecordView]
  | 'nowhere';

/** A view of one record; the second segment of the path is its key. */
export type RecordView = 'party' | 'issue' | 'proposition' | 'document' | 'vote';

/** What is at the address of a record without its key. */
const lists = {
  party: 'parties',
  issue: 'issues',
  proposition: 'claims',
  document: 'documents',
  vote: 'votes',
} as const satisfies Readonly<Record<RecordView, string>>;

const isRecordView = (segment: string): segment is RecordView => Object.hasOwn(lists, segment);

/** Views that their first segment names. */
const named = ['compare', 'matrix', 'votes', 'search', 'about'] as const;

/** A parsed address of the page. It contains the complete state of a view, so that it can be shared. */
export interface Address {
  readonly view: ViewName;
  /** Key of the record, or name of the chart, that the view shows; empty for other views. */
  readonly key: string;
  readonly parameters: URLSearchParams;
}

/** Takes an address apart; `nowhere` when no view is there. `root` is the path under which Concord is served. */
export function readAddress({ pathname, searchParams }: URL, root = rootPath): Address {
  const parameters = searchParams;
  const nowhere: Address = { view: 'nowhere', key: '', parameters };
  if (!pathname.startsWith(root)) return nowhere;
  const [first = '', second = '', ...more] = pathname.slice(root.length).split('/');
  if (more.some((part) => part !== '')) return nowhere;
  if (isRecordView(first))
    return second === ''
      ? { view: lists[first], key: '', parameters }
      : { view: first, key: decoded(second), parameters };
  if (first === 'chart' && isChartName(second))
    return { view: isOfView(second) ? second : 'chart', key: second, parameters };
  if (second !== '') return nowhere;
  // Comparisons used to be at the root, and links to them are about.
  if (first === '') return { view: parameters.has('parties') ? 'compare' : 'home', key: '', parameters };
  const view = named.find((name) => name === first);
  return view === undefined ? nowhere : { view, key: isChartName(view) ? view : '', parameters };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Parameters of an address. Null is omitted; lists are comma-separated. */
export type ParametersGiven = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** Writes the address of a path of Concord, such as `/compare`, with commas and dates readable as they are. */
export function writeAddress(path: string, given: ParametersGiven = {}, root = rootPath): string {
  const written = Object.entries(given).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    const text = Array.isArray(value) ? value.join(',') : String(value);
    return [`${name}=${encodeURIComponent(text).replaceAll('%2C', ',')}`];
  });
  const address = `${root}${path.slice(1)}`;
  return written.length === 0 ? address : `${address}?${written.join('&')}`;
}

/** Address of the page of a record. */
export const recordAddress = (view: RecordView, key: string, given: ParametersGiven = {}): string =>
  writeAddress(`/${view}/${encodeURIComponent(key)}`, given);
