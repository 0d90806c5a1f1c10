import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { noBrowser } from './open-browser.ts';
import { useExplorer } from './use-explorer.ts';

describe.skipIf(noBrowser !== null)(`what can be taken from a comparison (${noBrowser ?? 'in Chromium'})`, () => {
  const explorer = useExplorer();

  async function take(form: string): Promise<{ readonly name: string; readonly content: Buffer }> {
    const page = await explorer.open('/compare?parties=CN,RU,US&asOf=2022-02-04&issues=taiwan');
    const button = page.getByRole('button', { name: form, exact: true });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }

  test('a CSV file has a row per proposition and party, with day and revision', async () => {
    const { name, content } = await take('CSV');
    expect(name).toBe('concord-CN-RU-US-2022-02-04-revision-1.csv');
    const rows: Record<string, string>[] = parse(content, { columns: true });
    expect(rows.length).toBe(12);
    expect(rows.find(({ proposition, party }) => proposition === 'tw-inalienable' && party === 'RU')).toMatchObject({
      proposition_text: 'Taiwan is an inalienable part of China.',
      issues: 'taiwan',
      state: 'HELD',
      position: 'SUPPORT',
      held_from: '2022-02-04',
      last_confirmed: '2022-02-04',
      as_of: '2022-02-04',
      as_known_at: '1',
    });
  });

  test('a CSV file for Excel is the same after a byte order mark', async () => {
    const [plain, marked] = [await take('CSV'), await take('CSV for Excel')];
    expect(marked.name).toBe(plain.name);
    expect(marked.content).toEqual(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain.content]));
  });

  test('a JSON file has the answer of the API and what was asked', async () => {
    const { content } = await take('JSON');
    const { variables, comparison, view, asOf, revision } = JSON.parse(content.toString());
    expect(new URL(view).pathname).toBe('/compare');
    expect([asOf, revision]).toEqual(['2022-02-04', 1]);
    expect(variables).toMatchObject({ parties: ['CN', 'RU', 'US'], scope: { issues: ['taiwan'], asOf: '2022-02-04' } });
    expect(comparison.rows.length).toBe(4);
    expect(comparison.agreement.value).toBeGreaterThan(0);
  });

  test('a picture stands alone: who, what, when, how much, and where from', async () => {
    const { content } = await take('SVG');
    const svg = content.toString();
    for (const part of [
      'China, Russia and the United States agree on',
      'claims on “Taiwan question”, 4 February 2022 · Agreement',
      'Opposes',
      'revision 1',
    ]) {
      expect(svg).toContain(part);
    }
    expect(svg).not.toMatch(/<script|<style|href=/);
  });

  test('a PNG file is the same picture', async () => {
    const { content } = await take('PNG');
    expect(content.subarray(1, 4).toString()).toBe('PNG');
    expect(content.readUInt32BE(16)).toBeGreaterThan(1_000);
  });

  test('its feed is at an address that asks the same of every later revision', async () => {
    const page = await explorer.open('/compare?parties=CN,RU,US&asOf=2022-02-04&issues=taiwan');
    await page.getByText('Watch it').click();
    const address = (await page.locator('.copy-field pre').filter({ hasText: '.atom?' }).textContent()) ?? '';
    const { pathname, searchParams } = new URL(address);
    expect(pathname).toBe('/q/comparison.atom');
    expect(JSON.parse(searchParams.get('scope') ?? '')).toMatchObject({ issues: ['taiwan'], asOf: '2022-02-04' });
    expect(address).not.toContain('asKnownAt');
    const response = await fetch(address);
    expect(await response.text()).toContain('<link rel="self" type="application/atom+xml"');
  });
});
