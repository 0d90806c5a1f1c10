import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Limits, usualLimits } from '../limits/limits.ts';
import { PersistedDocuments } from './persisted-documents.ts';
import { readManifests } from './read-manifests.ts';

/** Where the build of the explorer page puts the manifest of what the page asks. */
const shipped = fileURLToPath(new URL('../../web/generated/persisted', import.meta.url));

/**
 * The documents of the explorer page and of the manifests at some paths.
 * @throws ConfigError when one of them cannot be used.
 */
export function openDocuments(paths: readonly string[], limits: Limits): PersistedDocuments {
  // A server may be set to refuse what the page asks; it should start all the same.
  const own = existsSync(shipped) ? readManifests('The explorer page', [shipped], usualLimits) : [];
  return new PersistedDocuments([...own, ...readManifests('CONCORD_PERSISTED_DOCUMENTS', paths, limits)]);
}
