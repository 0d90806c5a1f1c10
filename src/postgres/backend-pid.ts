import type { ClientBase } from 'pg';

const told = new WeakMap<ClientBase, number>();

/** Keeps the number of the server's process for a connection, as the server itself told it. */
export const noteBackendPid = (client: ClientBase, pid: number): void => void told.set(client, pid);

/** The number of the server's process for a connection; null before it has one. Behind a pooler, what pg knows is a number of the pooler. */
export const backendPid = (client: ClientBase): number | null =>
  told.get(client) ?? (client as { readonly processID?: number | null }).processID ?? null; // pg does not declare it
