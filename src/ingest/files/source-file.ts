import { type Document, isMap, isNode } from 'yaml';
import type { Place, Problem } from '#ledger/write/proposal.ts';
import { decodeText } from '#text/decode-text.ts';
import { parseYaml } from '#text/parse-yaml.ts';
import type { YamlProblem } from '#text/yaml-problem.ts';
import { readBytes } from './read-file.ts';

export type Path = readonly (string | number)[];

/** A YAML file with the locations of its content. */
export interface SourceFile {
  readonly name: string;
  /** Its content as plain data; undefined if it is not valid YAML. */
  readonly content: unknown;
  /** Its syntax errors. */
  readonly problems: readonly Problem[];
  /** `file:line:column` of the value at a path, or of its nearest ancestor. */
  locate(path: Path): string;
  /** `file:line:column` of a key rather than its value. */
  locateKey(path: Path, key: string): string;
}

/** Reads a YAML 1.2 file in UTF-8. Problems of the file system are thrown as IngestError, those of the text are in the result. */
export async function readSourceFile(name: string): Promise<SourceFile> {
  const text = decodeText(await readBytes(name));
  return typeof text === 'string' ? parseSource(name, text) : withoutContent(name, [text]);
}

/** The same for a text that has already been read. */
export function parseSource(name: string, text: string): SourceFile {
  const { content, problems, document, placeOf } = parseYaml(text);
  if (document === null) return withoutContent(name, problems);
  const at = (offset: number) => placeText(name, placeOf(offset));
  return {
    name,
    content,
    problems: problems.map(problemIn(name)),
    locate: (path) => at(offsetOf(document, path)),
    locateKey: (path, key) => at(keyOffset(document, path, key)),
  };
}

/** A file of which nothing can be read. */
function withoutContent(name: string, problems: readonly YamlProblem[]): SourceFile {
  const locate = () => `${name}:1:1`;
  return { name, content: undefined, problems: problems.map(problemIn(name)), locate, locateKey: locate };
}

const placeText = (name: string, { line, column }: Pick<YamlProblem, 'line' | 'column'>) => `${name}:${line}:${column}`;

const problemIn =
  (name: string) =>
  ({ found, expected, ...place }: YamlProblem): Problem => ({ at: placeText(name, place), found, expected });

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

/** Locates the fields of a row at a path; `names` maps fields to their keys in the file where these differ. */
export const placeIn =
  (file: SourceFile, path: Path, names: Readonly<Record<string, string>> = {}): Place =>
  (field) =>
    file.locate(field === undefined ? path : [...path, names[field] ?? field]);
