import type { Page } from 'playwright-core';
import type { useExplorer } from './use-explorer.ts';

/** How tests open a comparison in an explorer. */
export function comparisonIn(explorer: ReturnType<typeof useExplorer>) {
  const open = async (path = '/compare', options = {}) => {
    const page = await explorer.open(path, options);
    await page.getByRole('heading', { name: 'Position by position' }).waitFor();
    return page;
  };
  return {
    open,
    /** A page with its question unfolded, to be changed. */
    async openQuestion(path = '/compare', options = {}) {
      const page = await open(path, options);
      await page.getByText('Change the question').click();
      await page.getByRole('combobox', { name: 'Parties', exact: true }).waitFor();
      return page;
    },
  };
}

/** The question in the address of a page. */
export const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

export const rowWith = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });
