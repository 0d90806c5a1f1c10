/** How large a document may be; src/config/variables.ts says what each means. */
export interface DocumentLimits {
  readonly maxTokens: number;
  readonly maxDepth: number;
  readonly maxFields: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxRootFields: number;
  /** Whether the schema may be asked for, and names of it suggested. */
  readonly introspection: boolean;
}
