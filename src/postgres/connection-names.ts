// By these names connections tell a database who goes on using it.

/** The connection of a server that follows the ledger. */
export const serverConnection = 'concord server';

/** The connections of a worker. */
export const workerConnection = 'concord worker';
