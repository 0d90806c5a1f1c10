import type { PageSummary } from './page-summary.ts';
import { changedFile, type PageFile } from './read-page.ts';
import { html } from './text-page.ts';

const builtTitle = /<title>[^<]*<\/title>/;
const builtDescription = /<meta name="description"[^>]*>/;

/** The page with the title and description of a view, for browsers and for whoever shows a preview of a link. */
export const summarizedPage = (page: PageFile, { title, description }: PageSummary): PageFile =>
  changedFile(page, (text) =>
    text
      .replace(builtTitle, () => `<title>${html(title)}</title>`)
      .replace(
        builtDescription,
        () => `<meta name="description" content="${html(description)}" />
    <meta property="og:site_name" content="Concord" />
    <meta property="og:type" content="website" />
    <meta property="og:title" content="${html(title)}" />
    <meta property="og:description" content="${html(description)}" />
    <meta name="twitter:card" content="summary" />`,
      ),
  );
