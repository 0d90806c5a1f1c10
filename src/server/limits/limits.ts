import { type Config, readConfig } from '#config/read-config.ts';
import type { PageSizes } from '#graphql/connection/page.ts';
import type { DocumentLimits } from '#graphql/execution/document-limits.ts';

/** What a request may ask for; src/config/variables.ts says what each means. */
export type Limits = Pick<
  Config,
  | 'maxBodyBytes'
  | 'maxTokens'
  | 'maxDepth'
  | 'maxFields'
  | 'maxAliases'
  | 'maxRootFields'
  | 'maxDirectives'
  | 'pageSize'
  | 'maxPageSize'
  | 'maxCost'
  | 'rateLimit'
  | 'rateLimitStore'
  | 'trustedProxies'
  | 'introspection'
>;

/** The limits when no variable says otherwise. */
export const usualLimits: Limits = readConfig({});

/** How many rows a page has. */
export const pageSizesOf = ({ pageSize, maxPageSize }: Limits): PageSizes => ({
  usual: Math.min(pageSize, maxPageSize),
  largest: maxPageSize,
});

/** How large a document, and how costly a query, may be: plain data, which can be sent to another thread. */
export const documentLimitsOf = (limits: Limits): DocumentLimits & { readonly maxCost: number } => {
  const { maxTokens, maxDepth, maxFields, maxAliases, maxDirectives, maxRootFields, introspection, maxCost } = limits;
  return { maxTokens, maxDepth, maxFields, maxAliases, maxDirectives, maxRootFields, introspection, maxCost };
};
