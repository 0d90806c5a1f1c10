import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { buildPage } from '../../../src/web/build/build-page.ts';
import { browserProgram, noBrowser } from '../../../tests/web/open-browser.ts';
import { walkedViews } from '../../../tests/web/views.ts';
import { withServer } from '../run/child.ts';
import { summary } from '../run/measure.ts';
import { note } from '../run/note.ts';
import type { Result } from '../run/table.ts';
import { concord } from '../side-by-side/concord.ts';

const runs = 3;
const targets = { performance: 95, accessibility: 100 } as const;

/** Lighthouse's scores of every view as it judges a page on a phone with a slow connection: the median of some runs. */
export async function pageAudit(url: string): Promise<Result[]> {
  if (browserProgram === null) {
    note(`the audit of the page is left out: ${noBrowser}`);
    return [];
  }
  note('Lighthouse on every view');
  await buildPage();
  const { args, environment } = concord(url);
  const { executablePath: chromePath, args: chromeFlags } = browserProgram;
  const chrome = await launch({ chromePath, chromeFlags: [...chromeFlags, '--headless=new'], logLevel: 'silent' });
  try {
    return await withServer(args, environment, async (api) => {
      const results: Result[] = [];
      for (const [view, path] of await auditedPaths(api)) {
        note(`  ${view}`);
        results.push(await audited(view, new URL(path, api).href, chrome.port));
      }
      return results;
    });
  } finally {
    chrome.kill();
  }
}

async function audited(view: string, address: string, port: number): Promise<Result> {
  const performance: number[] = [];
  const accessibility: number[] = [];
  const failed = new Set<string>();
  for (let run = 0; run < runs; run++) {
    const found = await lighthouse(address, {
      port,
      onlyCategories: ['performance', 'accessibility'],
      logLevel: 'error',
    });
    const { categories, audits } = found?.lhr ?? {};
    performance.push(Math.round((categories?.performance?.score ?? 0) * 100));
    accessibility.push(Math.round((categories?.accessibility?.score ?? 0) * 100));
    for (const { id } of categories?.accessibility?.auditRefs ?? []) if (audits?.[id]?.score === 0) failed.add(id);
  }
  const [fast, accessible] = [summary(performance).median, summary(accessibility).median];
  return {
    what: `Lighthouse, phone: ${view}`,
    concord: `performance ${fast}, accessibility ${accessible}`,
    peer: failed.size === 0 ? '' : [...failed].join(', '),
    ratio: '',
    target: `>= ${targets.performance} and ${targets.accessibility}`,
    met: fast >= targets.performance && accessible >= targets.accessibility,
  };
}

/** An address of each view, with a vote of this ledger. */
async function auditedPaths(api: string): Promise<[view: string, path: string][]> {
  const query = '{ rollCalls(first: 1) { nodes { key } } }';
  const answer = await fetch(`${api}?${new URLSearchParams({ query })}`, { headers: { accept: 'application/json' } });
  const { data } = (await answer.json()) as { data: { rollCalls: { nodes: { key: string }[] } } }; // as it was asked
  const vote = data.rollCalls.nodes[0]?.key;
  return Object.entries(walkedViews).flatMap(([view, [first]]) => {
    if (view === 'nowhere' || first === undefined || (view === 'vote' && vote === undefined)) return [];
    return [[view, view === 'vote' ? `/vote/${vote}` : first.path]];
  });
}
