import { type Config, readConfig } from '#config/read-config.ts';
import type { PageSizes } from '#graphql/connection.ts';
import type { DocumentLimits } from '#graphql/execution/read-document.ts';

/** Limits on requests; src/config/variables.ts describes each. */
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
  | 'subscriptions'
  | 'subscriptionsPerClient'
>;

/** The default limits. */
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
