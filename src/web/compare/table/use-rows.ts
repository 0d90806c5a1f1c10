import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ask } from '../../api/ask.ts';
import { MoreRowsDocument, type RowFragment } from '../../generated/graphql.ts';
import type { Compared } from '../compared.ts';
import type { comparisonVariables } from '../question.ts';

type Page = Compared['rows'];

/** The loaded rows of a comparison, and a function that loads more. */
export function useRows(comparison: Compared, variables: ReturnType<typeof comparisonVariables>) {
  const [loaded, setLoaded] = useState<readonly Page[]>([]);
  const [state, setState] = useState<'READY' | 'LOADING' | 'FAILED'>('READY');
  const of = useRef(comparison);
  useEffect(() => {
    if (of.current === comparison) return;
    of.current = comparison;
    setLoaded([]);
    setState('READY');
  }, [comparison]);
  const pages = of.current === comparison ? [comparison.rows, ...loaded] : [comparison.rows];

  const next = async (after: Page): Promise<Page | null> => {
    if (!after.pageInfo.hasNextPage) return null;
    const asked = { ...variables, after: after.pageInfo.endCursor };
    const { comparison: answered } = await ask(MoreRowsDocument, asked, new AbortController().signal);
    return answered?.rows ?? null;
  };
  const load = async () => {
    const last = pages.at(-1);
    if (last === undefined || state === 'LOADING') return;
    setState('LOADING');
    try {
      const page = await next(last);
      if (of.current !== comparison) return;
      if (page !== null) setLoaded((before) => [...before, page]);
      setState('READY');
    } catch {
      setState('FAILED');
    }
  };
  const all = async (): Promise<readonly RowFragment[]> => {
    const every = [...pages];
    for (let page = await next(lastOf(every)); page !== null; page = await next(page)) every.push(page);
    return every.flatMap(({ nodes }) => nodes);
  };
  const nodes = useMemo(() => pages.flatMap((page) => page.nodes), [comparison, loaded]);
  const total = comparison.rows.totalCount;
  return {
    rows: { nodes, total, remaining: total - nodes.length },
    more: { load: () => void load(), loading: state === 'LOADING', failed: state === 'FAILED', all },
  };
}

function lastOf(pages: readonly Page[]): Page {
  const last = pages.at(-1);
  if (last === undefined) throw new Error('A comparison has a page of rows.');
  return last;
}
