import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** Which layers, the folders of src, each layer may import. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  refusal: [],
  text: ['refusal'],
  config: ['refusal'],
  agreement: [],
  postgres: ['refusal', 'config'],
  ledger: ['postgres', 'agreement', 'refusal', 'config'],
  snapshot: ['ledger', 'postgres', 'agreement', 'refusal'],
  comparison: ['snapshot', 'ledger', 'agreement', 'refusal'],
  ingest: ['ledger', 'postgres', 'agreement', 'text', 'refusal'],
  exports: ['ledger', 'postgres', 'agreement', 'refusal', 'config'],
  'query-document': [],
  'stored-queries': ['query-document', 'exports', 'ledger', 'postgres', 'agreement', 'text', 'refusal'],
  webhooks: ['stored-queries', 'ledger', 'postgres', 'refusal', 'config'],
  graphql: [
    'query-document',
    'webhooks',
    'comparison',
    'snapshot',
    'stored-queries',
    'exports',
    'ledger',
    'postgres',
    'agreement',
    'refusal',
  ],
  server: [
    'graphql',
    'webhooks',
    'stored-queries',
    'exports',
    'comparison',
    'snapshot',
    'ledger',
    'postgres',
    'refusal',
    'config',
    'agreement',
    'text',
  ],
  cli: [
    'server',
    'graphql',
    'webhooks',
    'stored-queries',
    'exports',
    'ingest',
    'comparison',
    'snapshot',
    'ledger',
    'postgres',
    'agreement',
    'text',
    'refusal',
    'config',
  ],
  web: ['agreement'],
};

const mathsPackages = ['ml-matrix', 'ml-hclust'];

const layerOf = (path: string): string => path.split('/')[0] ?? '';

// `import … from 'x'` and `export … from 'x'`, over several lines or on one; `import 'x'`; `import('x')`.
const specifier =
  /^(?:(?:im|ex)port\b.*|\}) from ['"]([^'"]+)['"]|^import ['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
const reExport = /^export (?:type )?(?:\*|\{[^}]*\}).* from ['"]/m;

/** What is wrong with the imports of a file, `path` being relative to src. */
function violations(path: string, text: string): string[] {
  const names = Array.from(text.matchAll(specifier), ([, fixed, alone, dynamic]) => fixed ?? alone ?? dynamic ?? '');
  const wrong = names.flatMap((name) => violation(layerOf(path), path, name) ?? []);
  const barrel = reExport.test(text) ? ['hands on the exports of another file'] : [];
  return [...wrong, ...barrel].map((what) => `${path} ${what}`);
}

function violation(layer: string, path: string, name: string): string | null {
  if (name.startsWith('.')) {
    const target = normalize(join(dirname(path), name));
    return layerOf(target) === layer ? null : `leaves its layer by ${name}: say #${target.replace(/^(\.\.\/)+/, '')}`;
  }
  if (name.startsWith('#')) {
    const target = layerOf(name.slice(1));
    if (target === layer) return `imports ${name} of its own layer: make it relative`;
    return mayImport[layer]?.includes(target) ? null : `imports ${name}, which its layer may not`;
  }
  return layer === 'agreement' && !mathsPackages.includes(name) ? `imports ${name}, but computes only` : null;
}

test('every file of src lies in a layer and imports only what its layer may', async () => {
  const paths = await Array.fromAsync(glob('**/*.{ts,tsx}', { cwd: 'src', exclude: ['postgres/generated/**'] }));
  expect(paths.length).toBeGreaterThan(0);
  const wrong = paths.flatMap((path) => {
    const known = layerOf(path) in mayImport ? [] : [`${path} lies in no layer`];
    return [...known, ...violations(path, readFileSync(join('src', path), 'utf8'))];
  });
  expect(wrong).toEqual([]);
});

/** The files that a file of src imports, types included; paths are relative to src. */
const importsOf = (path: string, text: string): string[] =>
  Array.from(text.matchAll(specifier), ([, fixed, alone, dynamic]) => fixed ?? alone ?? dynamic ?? '')
    .filter((name) => name.startsWith('.') || name.startsWith('#'))
    .map((name) => (name.startsWith('#') ? name.slice(1) : normalize(join(dirname(path), name))));

/** The first circle of imports, as the files on it in their order; null when there is none. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of graph.get(file) ?? []) {
      const found = visit(next, [...way, file]);
      if (found !== null) return found;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const found = visit(file, []);
    if (found !== null) return found;
  }
  return null;
}

test('no files of src import each other in a circle', async () => {
  const paths = await Array.fromAsync(glob('**/*.{ts,tsx}', { cwd: 'src', exclude: ['**/generated/**'] }));
  const graph = new Map(paths.map((path) => [path, importsOf(path, readFileSync(join('src', path), 'utf8'))]));
  expect(circleIn(graph)).toBeNull();
  expect(
    circleIn(
      new Map([
        ['a', ['b']],
        ['b', ['c', 'd']],
        ['d', ['b']],
      ]),
    ),
  ).toEqual(['b', 'd', 'b']);
});

test.each([
  ['ledger/a.ts', "import { x } from '#cli/main.ts';", 'ledger/a.ts imports #cli/main.ts, which its layer may not'],
  [
    'ledger/a.ts',
    "import {\n  x,\n} from '#graphql/x.ts';",
    'ledger/a.ts imports #graphql/x.ts, which its layer may not',
  ],
  [
    'ledger/a.ts',
    "const x = await import('#ingest/x.ts');",
    'ledger/a.ts imports #ingest/x.ts, which its layer may not',
  ],
  [
    'cli/a.ts',
    "import type { X } from '../ledger/x.ts';",
    'cli/a.ts leaves its layer by ../ledger/x.ts: say #ledger/x.ts',
  ],
  ['cli/a.ts', "import '#cli/b.ts';", 'cli/a.ts imports #cli/b.ts of its own layer: make it relative'],
  ['agreement/a.ts', "import { readFile } from 'node:fs';", 'agreement/a.ts imports node:fs, but computes only'],
  ['cli/a.ts', "export { x } from './x.ts';", 'cli/a.ts hands on the exports of another file'],
  ['cli/a.ts', "export * from './x.ts';", 'cli/a.ts hands on the exports of another file'],
])('%s with %j is noticed', (path, text, expected) => {
  expect(violations(path, text)).toEqual([expected]);
});

test.each([
  ['cli/a.ts', "import { x } from '#ledger/x.ts';\nimport { y } from './y.ts';\nexport const from = 'x';"],
  ['agreement/a.ts', "import { z } from '../agreement/z.ts';\nimport { Matrix } from 'ml-matrix';"],
])('%s with %j is fine', (path, text) => {
  expect(violations(path, text)).toEqual([]);
});
