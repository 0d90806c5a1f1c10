import {
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { checkedArguments } from '#query-document/arguments.ts';
import { type IncludedFields, NotWritableError } from './included-fields.ts';
import { Program } from './program.ts';
import { giveUp, type LeafText, leafText, requireList, type Write } from './runtime.ts';
import { behaviourOf, type Field, observed } from './waiting-fields.ts';

/** Makes the functions that write a query: one for the query, and one for each value that is waited for. */
export class WriterCompiler {
  readonly #included: IncludedFields;
  readonly #leafTexts = new Map<GraphQLLeafType, LeafText>();
  /** The function in the making. */
  #program = new Program();
  /** The fields that have resolvers. */
  readonly fields = new Set<Field>();
  /** Whether something in it may have to be waited for. */
  mayWait = false;
  isLearning = false;
  /** How long all its code is. */
  letters = 0;

  constructor(included: IncludedFields) {
    this.#included = included;
  }

  query(root: GraphQLObjectType, { selectionSet }: OperationDefinitionNode): Write {
    return this.#function(() => {
      this.#program.json('{"data":');
      this.#object(root, [selectionSet], 'value');
      this.#program.json('}');
    });
  }

  /** The function for which `compile` writes the code. */
  #function(compile: () => void): Write {
    const around = this.#program;
    const own = new Program();
    this.#program = own;
    compile();
    this.#program = around;
    const { write, letters } = own.compiled();
    this.letters += letters;
    return write;
  }

  #object(type: GraphQLObjectType, sets: readonly SelectionSetNode[], source: string): void {
    if (type.isTypeOf) throw new NotWritableError('a type that has to be recognised');
    const program = this.#program;
    program.json('{');
    let comma = '';
    for (const [name, nodes] of this.#included.of(type, sets)) {
      program.json(`${comma}"${name}":`);
      comma = ',';
      this.#field(type, nodes, source);
    }
    program.json('}');
  }

  #field(parent: GraphQLObjectType, nodes: readonly FieldNode[], source: string): void {
    const [node] = nodes as readonly [FieldNode];
    const name = node.name.value;
    const program = this.#program;
    if (name === '__typename') {
      program.json(`"${parent.name}"`);
      return;
    }
    const field = parent.getFields()[name];
    if (field === undefined) throw new NotWritableError('introspection');
    const value = program.name();
    program.statement(`const ${value} = ${this.#resolved(field, node, source)};`);
    if (field.resolve === undefined || behaviourOf(field) === 'RETURNS_VALUES') {
      this.#value(field.type, nodes, value);
      return;
    }
    this.mayWait = true;
    const write = this.#function(() => this.#value(field.type, nodes, 'value'));
    program.nowOrLater(value, program.constant(write));
  }

  /** The expression for the value of a field. */
  #resolved(field: Field, node: FieldNode, source: string): string {
    const { resolve } = field;
    if (resolve === undefined) return `${source}.${field.name}`;
    this.fields.add(field);
    const learns = behaviourOf(field) === 'UNKNOWN';
    this.isLearning ||= learns;
    const program = this.#program;
    const called = program.constant(learns ? observed(field, resolve) : resolve);
    return `${called}(${source}, ${this.#argumentsOf(field, node)}, context)`;
  }

  #argumentsOf(field: Field, node: FieldNode): string {
    const read = checkedArguments(field, node);
    return typeof read === 'function' ? `${this.#program.constant(read)}(variables)` : this.#program.constant(read);
  }

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[], value: string): void {
    const program = this.#program;
    if (isNonNullType(type)) {
      if (!isLeafType(type.ofType)) this.#giveUpIf(`${value} == null`, value);
      this.#present(type.ofType, nodes, value);
    } else if (isLeafType(type)) {
      const { text, inQuotes } = this.#leafText(type);
      const quotes = inQuotes ? `'"' + ${text}(${value}) + '"'` : `${text}(${value})`;
      program.value(`(${value} == null ? 'null' : ${quotes})`);
    } else program.unlessNull(value, () => this.#present(type, nodes, value));
  }

  /** A value that is there. */
  #present(
    type: Exclude<GraphQLOutputType, { readonly ofType: never }>,
    nodes: readonly FieldNode[],
    value: string,
  ): void {
    const program = this.#program;
    if (isLeafType(type)) {
      const { text, inQuotes } = this.#leafText(type);
      if (inQuotes) program.json('"');
      program.value(`${text}(${value})`);
      if (inQuotes) program.json('"');
    } else if (isListType(type)) {
      program.statement(`${program.constant(requireList)}(${value});`);
      program.list(value, (item) => this.#value(type.ofType, nodes, item));
    } else if (isObjectType(type)) {
      // Here rather than in a function: here objects are of one class, of which the engine knows whether it has a `then`.
      this.#giveUpIf(
        `typeof ${value} !== 'object' || ${value} instanceof Error || typeof ${value}.then === 'function'`,
        value,
      );
      const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      this.#object(type, sets, value);
    } else throw new NotWritableError('an interface or a union');
  }

  #giveUpIf(condition: string, value: string): void {
    this.#program.statement(`if (${condition}) ${this.#program.constant(giveUp)}(${value});`);
  }

  #leafText(type: GraphQLLeafType) {
    const leaf = this.#leafTexts.get(type) ?? leafText(type);
    this.#leafTexts.set(type, leaf);
    return { text: this.#program.constant(leaf.text), inQuotes: leaf.inQuotes };
  }
}
