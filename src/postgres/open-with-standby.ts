import { type Database, type DatabaseOptions, openDatabase } from './open-database.ts';

export interface Addresses {
  readonly url: string;
  /** Of a standby of it, from which is read; null: there is none. */
  readonly standbyUrl: string | null;
}

/**
 * Opens the database at an address, or its standby with it as the primary, which may be away then. Closing it closes both.
 * @throws DatabaseError
 */
export async function openWithStandby(
  { url, standbyUrl }: Addresses,
  options: Omit<DatabaseOptions, 'primary'>,
): Promise<Database> {
  if (standbyUrl === null) return openDatabase(url, options);
  const primary = await openDatabase(url, { ...options, mayBeAway: true });
  try {
    const standby = await openDatabase(standbyUrl, { ...options, primary });
    const { close } = standby;
    return Object.assign(standby, { close: () => close().finally(() => primary.close()) });
  } catch (error) {
    await primary.close();
    throw error;
  }
}
