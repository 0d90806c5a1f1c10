import type { VersionIndex } from '../package/version-index.ts';

/**
 * A place in which exports are published. All is for whoever holds the lock of the export there. What fails because of the place throws
 * ExportError `DESTINATION_REFUSED`, and what was published before stays.
 */
export interface Destination {
  /** What messages call it; they are seen by those who ask for exports, so no path of the server's is in it. */
  readonly label: string;
  /** The same for two destinations exactly when they are the same place. */
  readonly identity: string;
  /** Removes what killed runs left, and ends what they began to publish when its version is whole. */
  settle(exportName: string): Promise<void>;
  /** The versions that are whole, the oldest first. */
  versions(exportName: string): Promise<readonly VersionIndex[]>;
  /** A new, empty folder of this machine, in which a version is built. */
  begin(exportName: string, version: string): Promise<string>;
  /** Makes a built version visible at once and the latest; its folder is gone afterwards. */
  publish(exportName: string, version: string, folder: string): Promise<void>;
  /** Removes a folder in which a version was not finished. */
  discard(folder: string): Promise<void>;
  /** Removes a published version that is not the latest. */
  remove(exportName: string, version: string): Promise<void>;
}
