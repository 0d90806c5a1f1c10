import type { Write } from './runtime.ts';

/** JSON that is known and not yet written. Where it stands decides how it begins: `first` at the first item of a list, else `other`. */
interface Pending {
  readonly text: string;
  readonly begins: { readonly condition: string; readonly first: string; readonly other: Other } | null;
}

/** How JSON begins at every item but the first: that is known when it is known how an item ends. */
interface Other {
  text: string;
}

const nothing: Pending = { text: '', begins: null };

/**
 * The text of a function that writes JSON into `out`, in the making. What is known of the JSON stands together in as few literals as can be: each
 * piece takes time and memory.
 */
export class Program {
  readonly #constants: unknown[] = [];
  /** The pieces of its code; literals are asked for last, when they are known. */
  readonly #code: (string | (() => string))[] = [];
  #pending = nothing;
  #names = 0;

  /** A new name. */
  name(): string {
    return `v${this.#names++}`;
  }

  /** The name under which the function finds a value. */
  constant(value: unknown): string {
    const known = this.#constants.indexOf(value);
    return `k${known === -1 ? this.#constants.push(value) - 1 : known}`;
  }

  /** JSON that is the same in every answer. */
  json(text: string): void {
    this.#pending = { ...this.#pending, text: this.#pending.text + text };
  }

  /** The JSON of an expression's value. */
  value(expression: string): void {
    this.#code.push('out += ', ...this.#taken(), ` + ${expression};\n`);
  }

  /** A statement that writes nothing. */
  statement(code: string): void {
    this.#code.push(`${code}\n`);
  }

  /** `null` when a variable holds nothing, else what `otherwise` writes. */
  unlessNull(variable: string, otherwise: () => void): void {
    const before = this.#pending;
    this.#code.push(`if (${variable} == null) {\n`);
    this.json('null');
    this.#flush();
    this.#code.push('} else {\n');
    this.#pending = before;
    otherwise();
    this.#flush();
    this.#code.push('}\n');
  }

  /** What the function called `write` makes of the value of a variable: later when that is a promise. */
  nowOrLater(variable: string, write: string): void {
    this.#flush();
    const isPromise = `typeof ${variable} === 'object' && ${variable} !== null && typeof ${variable}.then === 'function'`;
    const now = `${write}(out, ${variable}, context, variables, pieces)`;
    this.statement(`out = ${isPromise} ? pieces.gap(out, ${variable}, ${write}) : ${now};`);
  }

  /** A list with what `item` writes of each, given its variable. */
  list(variable: string, item: (variable: string) => void): void {
    const [index, one] = [this.name(), this.name()];
    this.#flush();
    this.#code.push(
      `for (let ${index} = 0; ${index} < ${variable}.length; ${index}++) {\n`,
      `const ${one} = ${variable}[${index}];\n`,
    );
    const other = { text: '' };
    this.#pending = { text: '', begins: { condition: `${index} === 0`, first: '[', other } };
    item(one);
    if (this.#pending.begins !== null) this.#flush();
    // An item ends where the next one begins, or the list ends.
    const end = this.#pending.text;
    other.text = `${end},`;
    this.#code.push('}\n');
    this.#pending = { text: ']', begins: { condition: `${variable}.length === 0`, first: '[', other: { text: end } } };
  }

  /** The function, and how long its code is. */
  compiled(): { readonly write: Write; readonly letters: number } {
    this.#flush();
    const names = this.#constants.map((_, index) => `k${index}`).join(', ');
    const body = this.#code.map((piece) => (typeof piece === 'string' ? piece : piece())).join('');
    const code = `"use strict"; const [${names}] = constants;
return (out, value, context, variables, pieces) => {\n${body}return out; }`;
    return { write: new Function('constants', code)(this.#constants), letters: code.length };
  }

  #flush(): void {
    if (this.#pending !== nothing) this.#code.push('out += ', ...this.#taken(), ';\n');
  }

  /** What is pending, as an expression, and then no more. */
  #taken(): (string | (() => string))[] {
    const { text, begins } = this.#pending;
    this.#pending = nothing;
    if (begins === null) return [JSON.stringify(text)];
    const { condition, first, other } = begins;
    return [`(${condition} ? ${JSON.stringify(first + text)} : `, () => JSON.stringify(other.text + text), ')'];
  }
}
