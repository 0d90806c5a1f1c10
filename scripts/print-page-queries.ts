import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { codegen } from '../src/web/codegen.ts';

// Writes the types of the page's queries, and the manifest by which a server knows the queries by their hash; with --check only says whether
// both are current.

const root = fileURLToPath(new URL('..', import.meta.url));
const kept: Readonly<Record<string, string>> = {
  'graphql.ts': 'src/web/generated/graphql.ts',
  'persisted-documents.json': 'src/web/generated/persisted/explorer.json',
};

process.chdir(root);
const made: readonly { readonly filename: string; readonly content: string }[] = await generate(codegen, false);
for (const [name, path] of Object.entries(kept)) {
  const content = made.find(({ filename }) => filename.endsWith(`/${name}`))?.content.trimEnd();
  if (content === undefined) throw new Error(`graphql-codegen made no ${name}`);
  const file = join(root, path);
  if (!process.argv.includes('--check')) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${content}\n`);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== `${content}\n`) {
    console.error(`${path} is not what the queries of src/web say. Run \`npm run page-queries\` and commit it.`);
    process.exitCode = 1;
  }
}
