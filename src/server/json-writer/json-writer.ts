import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type VariableValues,
} from 'graphql';
import { argumentsReader } from './arguments-reader.ts';
import { collectFields, type Fragments } from './collect-fields.ts';
import { giveUp, requireList, waits } from './give-up.ts';
import { type LeafText, leafText } from './leaf-text.ts';
import { NotWritableError } from './not-writable-error.ts';
import { Program } from './program.ts';

/**
 * Executes a query and writes the JSON of its answer in one go. Null when the query has to be executed in another way: something failed, or is not
 * there though it must be. `waits` when something in it is a promise; what was begun is not waited for.
 */
export type JsonWriter = (context: unknown, variables: VariableValues) => string | typeof waits | null;

/**
 * The writer of a query of a valid document; null when it has something for which none is made: directives, fields of interfaces and unions,
 * introspection, resolvers that wait. What it writes is what graphql-js answers.
 */
export function jsonWriter(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): JsonWriter | null {
  const root = schema.getQueryType();
  if (!root || operation.directives?.length) return null;
  try {
    const compiler = new Compiler(schema, document);
    const write = compiler.query(root, operation);
    return (context, variables) => {
      try {
        return write(context, variables);
      } catch (error) {
        return error === waits ? waits : null; // whoever answers instead says what went wrong
      }
    };
  } catch (error) {
    if (error instanceof NotWritableError || error instanceof GraphQLError) return null; // graphql-js says what is wrong
    throw error;
  }
}

class Compiler {
  readonly #schema: GraphQLSchema;
  readonly #fragments: Fragments;
  readonly #program = new Program();
  readonly #leafTexts = new Map<GraphQLLeafType, LeafText>();

  constructor(schema: GraphQLSchema, { definitions }: DocumentNode) {
    const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    this.#schema = schema;
    this.#fragments = new Map(
      (fragments as FragmentDefinitionNode[]).map((fragment) => [fragment.name.value, fragment]), // of that kind
    );
  }

  query(root: GraphQLObjectType, { selectionSet }: OperationDefinitionNode) {
    this.#program.json('{"data":');
    this.#object(root, [selectionSet], 'undefined');
    this.#program.json('}');
    return this.#program.compiled('context', 'variables');
  }

  #object(type: GraphQLObjectType, sets: readonly SelectionSetNode[], source: string): void {
    if (type.isTypeOf) throw new NotWritableError('a type that has to be recognised');
    const program = this.#program;
    program.json('{');
    let comma = '';
    for (const [name, nodes] of collectFields(this.#schema, this.#fragments, type, sets)) {
      program.json(`${comma}"${name}":`);
      comma = ',';
      this.#field(type, nodes, source);
    }
    program.json('}');
  }

  #field(parent: GraphQLObjectType, nodes: readonly FieldNode[], source: string): void {
    const [node] = nodes as readonly [FieldNode];
    const name = node.name.value;
    if (name === '__typename') {
      this.#program.json(`"${parent.name}"`);
      return;
    }
    const field = parent.getFields()[name];
    if (field === undefined) throw new NotWritableError('introspection');
    const value = this.#program.name();
    this.#program.statement(`const ${value} = ${this.#resolved(field, node, source)};`);
    this.#value(field.type, nodes, value);
  }

  /** The expression that gives the value of a field. */
  #resolved(field: GraphQLField<unknown, unknown>, node: FieldNode, source: string): string {
    const { resolve } = field;
    if (resolve === undefined) return `${source}.${field.name}`;
    if (resolve.constructor.name === 'AsyncFunction') throw new NotWritableError('a resolver that waits');
    const program = this.#program;
    return `${program.constant(resolve)}(${source}, ${this.#argumentsOf(field, node)}, context)`;
  }

  #argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): string {
    const read = argumentsReader(field, node);
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
      // In place rather than in a function: here objects are of one class, of which the engine knows whether it has a `then`.
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
