/** Limits on the size of a document; src/config/variables.ts describes each. */
export interface DocumentLimits {
  readonly maxTokens: number;
  readonly maxDepth: number;
  readonly maxFields: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxRootFields: number;
  /** Whether introspection and suggestions of names are allowed. */
  readonly introspection: boolean;
}
