/** What a key may be allowed to do. */
export const scopes = ['catalogue:write', 'stances:write', 'exports:manage'] as const;

export type Scope = (typeof scopes)[number];

/** Who sends a request, known by an API key. `name` is the author and the source of what is written. */
export interface Caller {
  readonly keyId: number;
  readonly name: string;
  readonly scopes: readonly Scope[];
}
