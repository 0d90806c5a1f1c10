import { CST, Lexer } from 'yaml';
import { placeIn } from './decode-text.ts';
import type { YamlProblem } from './yaml-problem.ts';

/** Levels of nesting: more than any file of ours has. */
const deepest = 100;

const opening: readonly unknown[] = ['flow-map-start', 'flow-seq-start'];
const closing: readonly unknown[] = ['flow-map-end', 'flow-seq-end'];
const indicators: readonly unknown[] = ['seq-item-ind', 'explicit-key-ind'];
/** What the lexer tells beside the text. */
const marks: readonly unknown[] = ['doc-mode', 'flow-error-end', 'scalar'];

/**
 * Where a text that could not be read is nested more deeply than anything should be: at the bracket, dash or indentation that begins a level too many.
 * Null when that is not what is wrong with it.
 */
export function tooDeep(text: string): YamlProblem | null {
  let offset = 0;
  let brackets = 0;
  let levelsOfLine = 0;
  let isLineStart = true;
  for (const lexeme of new Lexer().lex(text)) {
    const type = CST.tokenType(lexeme);
    if (opening.includes(type)) brackets++;
    if (closing.includes(type)) brackets--;
    if (indicators.includes(type)) levelsOfLine++;
    // A level of a block is indented by a space at least.
    if (type === 'space' && isLineStart) levelsOfLine = lexeme.length;
    if (type === 'newline') levelsOfLine = 0;
    if (!marks.includes(type)) isLineStart = type === 'newline';
    if (brackets > deepest || levelsOfLine > deepest) {
      const found = `more than ${deepest} levels of nesting`;
      return { ...placeIn(text, offset), found, expected: `at most ${deepest}` };
    }
    if (!marks.includes(type)) offset += lexeme.length;
  }
  return null;
}
