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
  /** Literals that are written into the body last, when they are known. */
  readonly #literals: (() => string)[] = [];
  #body = '';
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

  /** The JSON that an expression gives. */
  value(expression: string): void {
    this.#body += `out += ${this.#taken()} + ${expression};\n`;
  }

  /** A statement that writes nothing. */
  statement(code: string): void {
    this.#body += `${code}\n`;
  }

  /** `null` when a variable holds nothing, else what `otherwise` writes. */
  unlessNull(variable: string, otherwise: () => void): void {
    const before = this.#pending;
    this.#body += `if (${variable} == null) {\n`;
    this.json('null');
    this.#flush();
    this.#body += '} else {\n';
    this.#pending = before;
    otherwise();
    this.#flush();
    this.#body += '}\n';
  }

  /** A list with what `item` writes of each, given its variable. */
  list(variable: string, item: (variable: string) => void): void {
    const [index, one] = [this.name(), this.name()];
    this.#flush();
    this.#body += `for (let ${index} = 0; ${index} < ${variable}.length; ${index}++) {\n`;
    this.#body += `const ${one} = ${variable}[${index}];\n`;
    const other = { text: '' };
    this.#pending = { text: '', begins: { condition: `${index} === 0`, first: '[', other } };
    item(one);
    if (this.#pending.begins !== null) this.#flush();
    // An item ends where the next one begins, or the list ends.
    const end = this.#pending.text;
    other.text = `${end},`;
    this.#body += '}\n';
    this.#pending = { text: ']', begins: { condition: `${variable}.length === 0`, first: '[', other: { text: end } } };
  }

  /** The function, which takes the parameters of these names. */
  compiled(...parameters: readonly string[]): (...values: unknown[]) => string {
    this.#flush();
    const names = this.#constants.map((_, index) => `k${index}`).join(', ');
    const body = this.#body.replace(/literal(\d+)\b/g, (_, place) => this.#literals[place]?.() ?? '');
    const code = `"use strict"; const [${names}] = constants;
return (${parameters.join(', ')}) => { let out = '';\n${body}return out; }`;
    return new Function('constants', code)(this.#constants);
  }

  #flush(): void {
    if (this.#pending !== nothing) this.#body += `out += ${this.#taken()};\n`;
  }

  /** What is pending, as an expression, and then no more. */
  #taken(): string {
    const { text, begins } = this.#pending;
    this.#pending = nothing;
    if (begins === null) return this.#literal(() => text);
    const { condition, first, other } = begins;
    return `(${condition} ? ${this.#literal(() => first + text)} : ${this.#literal(() => other.text + text)})`;
  }

  #literal(text: () => string): string {
    return `literal${this.#literals.push(() => JSON.stringify(text())) - 1}`;
  }
}
