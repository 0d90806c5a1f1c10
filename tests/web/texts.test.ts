import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../src/web/', import.meta.url));

/** A node of a syntax tree, as far as it is looked at. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly operator?: string;
  readonly name?: { readonly name?: unknown };
  readonly callee?: { readonly name?: string };
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** Attributes whose values nobody reads. */
const unread =
  /^(class|key|type|role|rel|href|target|id|for|scope|pattern|autocomplete|inputMode|aria-(labelledby|describedby|controls|haspopup|current))$/;

/** Whether nobody reads what is within: modules, types, errors that stand for bugs, what is compared with a closed set. */
function isUnread({ type, operator, name, callee }: Node): boolean {
  if (type.startsWith('Import') || (type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/.test(type))) return true;
  if (type === 'NewExpression') return /Error$/.test(callee?.name ?? '');
  if (type === 'BinaryExpression') return operator === '===' || operator === '!==';
  if (type === 'SwitchCase') return false;
  return type === 'JSXAttribute' && unread.test(String(name?.name));
}

/** What looks like words of a language, in what is no markup, style, header or command. */
const isWords = (text: string): boolean =>
  /\p{L}{2,}\s+\p{L}{2,}|^\s*\p{L}{2,}\s|\s\p{L}{2,}\s*$|^\p{Lu}\p{Ll}+$|\p{L}…/u.test(text) &&
  !/[<>{}=]|width:|serif|curl |^\s*-H /.test(text) &&
  !keys.test(text) &&
  !/^(Concord|Feature|Sphere|land( unknown)?)$/.test(text.trim());

/** Names of keys on a keyboard. */
const keys = /^(Arrow\w+|Page\w+|Home|End|Enter|Escape|Backspace|Tab)$/;

/** The texts that a file writes itself. */
function inlineTexts(source: string, lang: 'ts' | 'tsx'): string[] {
  const found: string[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) look(one);
    if (!isNode(node) || isUnread(node)) return;
    const { type, value } = node;
    if (type === 'JSXText' && /\p{L}/u.test(String(value)) && String(value).trim() !== 'Concord')
      found.push(String(value).trim());
    if (type === 'Literal' && typeof value === 'string' && isWords(value)) found.push(value);
    if (type === 'TemplateElement') {
      const { cooked } = value as { cooked: string }; // what a part of a template has
      if (isWords(cooked) || /[“”]/.test(cooked)) found.push(cooked);
    }
    for (const part of Object.values(node)) look(part);
  };
  look(parseAst(source, { lang }).body);
  return found;
}

test('finds texts in elements, attributes, strings and templates, and nothing else', () => {
  const source = `
    import { a } from './some place.ts';
    const b = <p class="one two" title="Read me">Some words <i>{\`of \${a} pages\`}</i> {c === 'Party' ? 'None here' : null}</p>;
    throw new Error('a bug in here');`;
  expect(inlineTexts(source, 'tsx')).toEqual(['Read me', 'Some words', 'of ', ' pages', 'None here']);
});

const files = globSync('**/*.{ts,tsx}', { cwd: root }).filter(
  // Of shapes and of the order of labels there are keys and names of a format.
  (file) => !/^(texts|generated|build|world\/shapes)\/|^codegen\.ts$|\/label-order\.ts$/.test(file),
);

test('the words of the page are in src/web/texts alone', () => {
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    inlineTexts(readFileSync(`${root}${file}`, 'utf8'), file.endsWith('x') ? 'tsx' : 'ts').map(
      (text) => `${file}: ${text}`,
    ),
  );
  expect(found).toEqual([]);
});
