import type { ExportDestination } from '#config/export-destinations.ts';
import { ExportError } from '../export-error.ts';
import { openBucketDestination } from './bucket-destination.ts';
import type { Destination } from './destination.ts';
import { openFolder } from './folder-destination.ts';

/**
 * Opens the configured destination with a name.
 * @throws ExportError `UNKNOWN_DESTINATION`, `DESTINATION_REFUSED`
 */
export async function openDestination(configured: readonly ExportDestination[], name: string): Promise<Destination> {
  const destination = findDestination(configured, name);
  return destination.kind === 'folder' ? openFolder(name, destination.path) : openBucketDestination(destination);
}

/** @throws ExportError `UNKNOWN_DESTINATION` */
export function findDestination(configured: readonly ExportDestination[], name: string): ExportDestination {
  const found = configured.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = configured.map((one) => one.name).join(', ');
  throw new ExportError('UNKNOWN_DESTINATION', `There is no export destination ${name}. Available: ${names}.`);
}
