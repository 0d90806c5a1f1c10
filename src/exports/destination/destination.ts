import type { VersionIndex } from '../package/version-index.ts';

/**
 * A destination to which exports are published. Its methods may be called only while holding the lock of the export there. Failures of the destination
 * throw ExportError `DESTINATION_REFUSED`; published versions are kept.
 */
export interface Destination {
  /** Its name in messages, which clients see: it contains no path of the server. */
  readonly label: string;
  /** Equal for two destinations exactly when they are the same. */
  readonly identity: string;
  /** Removes the leftovers of killed runs, and completes an interrupted publication if its version is complete. */
  settle(exportName: string): Promise<void>;
  /** The complete versions, oldest first. */
  versions(exportName: string): Promise<readonly VersionIndex[]>;
  /** A new, empty local folder in which a version is built. */
  begin(exportName: string, version: string): Promise<string>;
  /**
   * Publishes a built version atomically as the latest; its folder no longer exists afterwards. `confirm` is awaited immediately before it can be seen, and
   * throws when it must not be.
   */
  publish(exportName: string, version: string, folder: string, confirm: () => Promise<void>): Promise<void>;
  /** Removes the folder of an unfinished version. */
  discard(folder: string): Promise<void>;
  /** Removes a published version that is not the latest. */
  remove(exportName: string, version: string): Promise<void>;
}
