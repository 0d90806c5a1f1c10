import { ExportError } from '../export-error.ts';
import type { Source } from './source.ts';

/**
 * The source that a definition names.
 * @throws ExportError `INVALID_EXPORT`
 */
export function findSource(sources: readonly Source[], name: string): Source {
  const found = sources.find((source) => source.name === name);
  if (found !== undefined) return found;
  throw new ExportError(
    'INVALID_EXPORT',
    `what: found ${JSON.stringify(name)}, expected a source that this server can export.`,
  );
}
