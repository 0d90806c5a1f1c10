import type { StoredQuery } from '#stored-queries/stored-query.ts';

/** A stored query as printed with `--json`. */
export const querySummary = ({ name, version, description, stored }: StoredQuery) => ({
  name,
  version,
  description,
  shipped: stored === null,
  changedAt: stored?.at ?? null,
  changedBy: stored?.by ?? null,
});

/** A stored query in one line. */
export const queryLine = ({ name, version, description, stored }: StoredQuery): string =>
  `${name} (${stored === null ? 'shipped' : `version ${version}`}): ${description}`;

interface Page extends ReturnType<typeof querySummary> {
  readonly document: string;
  readonly variables: readonly { readonly name: string; readonly type: string; readonly default: unknown }[];
  readonly columns: readonly { readonly name: string; readonly path: string; readonly type: string }[];
  readonly versions: readonly {
    readonly version: number;
    readonly createdAt: Date;
    readonly createdBy: string;
    readonly removed: boolean;
  }[];
}

/** A stored query as printed for people. */
export function queryPage(page: Page): string {
  const { name, version, description, shipped, document, variables, columns, versions } = page;
  const list = (lines: readonly string[], none: string) =>
    lines.length === 0 ? `  ${none}` : lines.map((line) => `  ${line}`).join('\n');
  return [
    `${name} (${shipped ? 'shipped' : `version ${version}`})`,
    description,
    '',
    'Variables',
    list(
      variables.map(
        (one) => `${one.name}: ${one.type}${one.default === undefined ? '' : ` = ${JSON.stringify(one.default)}`}`,
      ),
      'none',
    ),
    'Columns',
    list(
      columns.map((one) => `${one.name}: ${one.type} from ${one.path}`),
      'none',
    ),
    'Versions',
    list(
      versions.map(
        (one) => `${one.version}  ${one.createdAt.toISOString()}  ${one.createdBy}${one.removed ? '  removed' : ''}`,
      ),
      'as shipped',
    ),
    '',
    document,
  ].join('\n');
}
