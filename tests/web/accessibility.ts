import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong with a page as it is now, targets too small for a finger among it: the rule, and the first element that breaks it. `rules`: looks for these alone. */
export async function accessibilityProblems(page: Page, rules: string[] | null = null): Promise<string[]> {
  // By the debugger, which the page's Content-Security-Policy does not hold back.
  await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
      runOnly === null ? { rules: { 'target-size': { enabled: true } } } : { runOnly },
    ); // the script above has set it
    return violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  }, rules);
}
