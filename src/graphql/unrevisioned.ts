/** The `extensions` of a field whose value can change without a revision of the ledger: no cache may keep an answer that has it. */
export const unrevisioned = { unrevisioned: true } as const;

/** Whether a field with these extensions was declared so. */
export const isUnrevisioned = (extensions: object | undefined): boolean =>
  extensions !== undefined && 'unrevisioned' in extensions;
