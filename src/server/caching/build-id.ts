import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Prisma's client and the explorer page do not affect responses. */
const ofOthers = /^(postgres\/generated|web)\//;

let id: string | undefined;

/** Names the code that answers: the same on all servers that run the same source, another after any change of it. */
export function buildId(): string {
  id ??= hashOfSource();
  return id;
}

function hashOfSource(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')));
  const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const ours = paths.filter((path) => /\.(ts|graphql|json)$/.test(path) && !ofOthers.test(path));
  for (const path of ours.sort()) hash.update(`${path}\n`).update(readFileSync(join(root, 'src', path)));
  return hash.digest('base64url');
}
