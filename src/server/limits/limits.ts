import { type Config, readConfig } from '#config/read-config.ts';

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
