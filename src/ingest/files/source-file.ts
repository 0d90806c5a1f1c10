import { readFile } from 'node:fs/promises';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { Place, Problem } from '#ledger/write/proposal.ts';

export type Path = readonly (string | number)[];

/** A YAML file that knows where everything in it stands. */
export interface SourceFile {
  readonly name: string;
  /** What it says, as plain data; undefined when it is not YAML. */
  readonly content: unknown;
  /** What keeps it from being YAML. */
  readonly problems: readonly Problem[];
  /** `file:line:column` of what stands at a path, or of the nearest thing around it. */
  locate(path: Path): string;
  /** `file:line:column` of a key itself. */
  locateKey(path: Path, key: string): string;
}

/** Reads a YAML 1.2 file. Problems of the file system are thrown, those of the text are in the result. */
export async function readSourceFile(name: string): Promise<SourceFile> {
  return parseSource(name, await readFile(name, 'utf8'));
}

/** The same for a text that was read already. */
export function parseSource(name: string, text: string): SourceFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${line}:${col}`;
  };
  const problems = document.errors.map(({ pos, message }) => ({ at: at(pos[0]), found: message, expected: 'YAML' }));
  return {
    name,
    content: problems.length > 0 ? undefined : document.toJS(),
    problems,
    locate: (path) => at(offsetOf(document, path)),
    locateKey: (path, key) => at(keyOffset(document, path, key)),
  };
}

function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document.Parsed, path: Path, key: string): number {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(node) ? node.items.find((item) => isNode(item.key) && item.key.toString() === key) : undefined;
  return pair !== undefined && isNode(pair.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}

/** The place of a row at a path; `names` says which key of the file holds a field that is called otherwise there. */
export const placeIn =
  (file: SourceFile, path: Path, names: Readonly<Record<string, string>> = {}): Place =>
  (field) =>
    file.locate(field === undefined ? path : [...path, names[field] ?? field]);
