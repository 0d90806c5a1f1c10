/** Where the API is. */
export const graphqlEndpoint = '/graphql';

/** Some clients end the address of the API so. */
const slashAfterEndpoint = new RegExp(`^${graphqlEndpoint}/(?=\\?|$)`);

/** The target of a request, without the slash that some clients put after the address of the API. */
export const withoutSlash = (url: string | undefined): string | undefined =>
  url?.replace(slashAfterEndpoint, graphqlEndpoint);

/** The views of the explorer page; the first part of an address names one. */
const views = ['compare', 'matrix'];
/** Those that show the record whose key is the second part. */
const records = ['party', 'issue', 'proposition', 'document'];

const address = new RegExp(`^/(?:(?:${views.join('|')})/?|(?:${records.join('|')})/[^/]+/?)?$`);

/** Whether a path is one that the explorer page shows something at. The page itself reads the address; what it holds beyond the path is its own affair. */
export const isPageAddress = (path: string): boolean => address.test(path);

/** Whether a path is one of the page or of a file that it loads. */
export const isOfPage = (path: string): boolean => path.startsWith('/assets/') || isPageAddress(path);

/** Whether a request for a path is logged and counted: health checks come every few seconds, and the page is the same for all. */
export const isLogged = (path: string): boolean => path !== '/health' && path !== '/ready' && !isOfPage(path);
