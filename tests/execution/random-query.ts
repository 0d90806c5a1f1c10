import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

export interface RandomQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Fields at the top that say something else after each query that is stored. */
const changing: ReadonlySet<string> = new Set(['storedQuery', 'storedQueries', 'exports']);

/** How often arguments are given that often make an error, or are needed to keep answers small. */
const shares: Readonly<Record<string, number>> = { first: 0.8, last: 0.04, after: 0.04, before: 0.04, asKnownAt: 0.2 };

/** Values that find something in the seeds, and a few that do not. */
const texts: Readonly<Record<string, readonly unknown[]>> = {
  parties: ['CN', 'RU', 'US', 'FR', 'nato', 'AU'],
  issues: ['taiwan', 'nato-enlargement', 'aukus'],
  propositions: ['nato-stop-enlargement', 'nato-sweden', 'tw-inalienable'],
  party: ['CN', 'RU', 'nato', 'none'],
  issue: ['taiwan', 'aukus'],
  proposition: ['nato-sweden', 'nato-stop-enlargement', 'tw-inalienable'],
  document: ['cn-ru-js-2022-02-04'],
  search: ['China', 'nato', 'é'],
  bodies: ['UNGA'],
};

/** Makes random queries of a schema: fragments in fragments, aliases, conditions everywhere, variables with and without values and defaults. */
export class RandomQueries {
  readonly #schema: GraphQLSchema;
  readonly #random: () => number;
  #variables = new Map<string, { type: string; fallback: string | null; value: unknown }>();
  #fragments = new Map<string, { type: string; body: string }>();
  #aliases = 0;
  #fields = 0;

  constructor(schema: GraphQLSchema, random: () => number) {
    this.#schema = schema;
    this.#random = random;
  }

  next(): RandomQuery {
    this.#variables = new Map();
    this.#fragments = new Map();
    this.#aliases = 0;
    this.#fields = 0;
    const root = this.#schema.getQueryType();
    if (!root) throw new Error('expected a schema with queries');
    const body = this.#selection(root, 0);
    const declared = [...this.#variables].map(
      ([name, { type, fallback }]) => `$${name}: ${type}${fallback === null ? '' : ` = ${fallback}`}`,
    );
    const fragments = [...this.#fragments].map(([name, one]) => `fragment ${name} on ${one.type} ${one.body}`);
    const given = [...this.#variables].filter(([, { value }]) => value !== undefined);
    return {
      query: [`query Random${declared.length > 0 ? `(${declared.join(', ')})` : ''} ${body}`, ...fragments].join('\n'),
      variables: Object.fromEntries(given.map(([name, { value }]) => [name, value])),
    };
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const wanted = 1 + Math.floor(this.#random() * (depth < 2 ? 4 : 5));
    const parts: string[] = [];
    for (let index = 0; index < wanted && this.#fields < 40; index++) {
      const part = this.#chance(0.25) ? this.#spread(type, depth) : this.#field(type, depth);
      if (part !== null) parts.push(part);
    }
    if (parts.length === 0) parts.push('__typename');
    // The same once more, as it stands or under another condition.
    if (this.#chance(0.15)) parts.push(this.#pick(parts));
    return `{ ${parts.join(' ')} }`;
  }

  #spread(type: GraphQLNamedType, depth: number): string {
    const narrowed = this.#narrowed(type);
    const known = [...this.#fragments].filter(([, one]) => one.type === narrowed.name && one.body !== '');
    if (known.length > 0 && this.#chance(0.5)) return `...${this.#pick(known)[0]}${this.#condition()}`;
    if (this.#chance(0.4)) {
      const on = this.#chance(0.3) && narrowed === type ? '' : ` on ${narrowed.name}`;
      return `...${on}${this.#condition()} ${this.#selection(narrowed, depth)}`;
    }
    const name = `F${this.#fragments.size}`;
    const fragment = { type: narrowed.name, body: '' };
    this.#fragments.set(name, fragment);
    fragment.body = this.#selection(narrowed, depth);
    const spread = `...${name}${this.#condition()}`;
    return this.#chance(0.3) ? `${spread} ...${name}${this.#condition()}` : spread;
  }

  /** The type itself, an interface of it, or one of its possible types. */
  #narrowed(type: GraphQLNamedType): GraphQLNamedType {
    if (isAbstractType(type) && this.#chance(0.6)) return this.#pick(this.#schema.getPossibleTypes(type));
    if (isObjectType(type) && this.#chance(0.2)) return this.#pick([type, ...type.getInterfaces()]);
    return type;
  }

  #field(type: GraphQLNamedType, depth: number): string | null {
    this.#fields++;
    const alias = () => (this.#chance(0.2) ? `a${this.#aliases++}: ` : '');
    if (!('getFields' in type) || this.#chance(0.08)) return `${alias()}__typename${this.#condition()}`;
    const all = Object.values(type.getFields()) as readonly {
      readonly name: string;
      readonly args: readonly GraphQLArgument[];
      readonly type: Parameters<typeof getNamedType>[0];
    }[];
    const fields = all.filter(({ name }) => !changing.has(name));
    const leaves = fields.filter((one) => !isCompositeType(getNamedType(one.type)));
    const field = this.#pick(depth >= 5 && leaves.length > 0 ? leaves : fields);
    const of = getNamedType(field.type);
    if (of === undefined || (depth >= 5 && isCompositeType(of))) return null;
    const args = field.args.flatMap((one) => {
      const required = isNonNullType(one.type) && one.defaultValue === undefined;
      const given = this.#chance(shares[one.name] ?? 0.35);
      const pool = one.name === 'key' ? field.name : one.name;
      return required || given ? [`${one.name}: ${this.#value(one.type, pool)}`] : [];
    });
    const name =
      args.length > 0 && this.#chance(0.9) ? `a${this.#aliases++}: ${field.name}` : `${alias()}${field.name}`;
    const called = `${name}${args.length > 0 ? `(${args.join(', ')})` : ''}${this.#condition()}`;
    return isCompositeType(of) ? `${called} ${this.#selection(of, depth + 1)}` : called;
  }

  #condition(): string {
    if (!this.#chance(0.3)) return '';
    const one = () => `@${this.#pick(['skip', 'include'])}(if: ${this.#conditionValue()})`;
    const first = one();
    const second = this.#chance(0.15) ? one() : '';
    return second === '' || second.slice(0, 4) === first.slice(0, 4) ? ` ${first}` : ` ${first} ${second}`;
  }

  #conditionValue(): string {
    if (this.#chance(0.2)) return this.#pick(['true', 'false']);
    const name = `c${Math.floor(this.#random() * 4)}`;
    if (!this.#variables.has(name)) {
      const hasDefault = this.#chance(0.4);
      const fallback = hasDefault ? this.#pick(['true', 'false']) : null;
      // With a default, a nullable variable may stand here, and be sent as null.
      const value = hasDefault ? this.#pick([true, false, undefined, undefined, null]) : this.#chance(0.5);
      this.#variables.set(name, { type: hasDefault ? 'Boolean' : 'Boolean!', fallback, value });
    }
    return `$${name}`;
  }

  #value(type: GraphQLInputType, name: string): string {
    if (this.#chance(0.25)) return this.#variable(type, name);
    return literal(this.#plain(type, name), type);
  }

  /** A new variable of exactly this type, or of its nullable one with a default. */
  #variable(type: GraphQLInputType, name: string): string {
    const variable = `v${this.#variables.size}`;
    const nullable = isNonNullType(type) ? type.ofType : type;
    const hasDefault = this.#chance(0.3);
    const fallback = hasDefault ? literal(this.#plain(nullable, name), nullable) : null;
    const value =
      hasDefault || !isNonNullType(type)
        ? this.#pick([undefined, null, this.#plain(type, name)])
        : this.#plain(type, name);
    this.#variables.set(variable, { type: String(hasDefault ? nullable : type), fallback, value });
    return `$${variable}`;
  }

  #plain(type: GraphQLInputType, name: string): unknown {
    if (isNonNullType(type)) return this.#plain(type.ofType, name);
    if (isListType(type)) {
      const items = Array.from({ length: 1 + Math.floor(this.#random() * 3) }, () => this.#plain(type.ofType, name));
      return this.#chance(0.1) ? items[0] : [...new Set(items)];
    }
    if (isEnumType(type)) return this.#pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => (isNonNullType(field.type) && field.defaultValue === undefined) || this.#chance(0.25),
      );
      return Object.fromEntries(fields.map((field) => [field.name, this.#plain(field.type, field.name)]));
    }
    switch (type.name) {
      case 'Int':
        return this.#pick(name === 'asKnownAt' ? [1, 1, 1, 9] : [0, 1, 1, 2, 3, 5]);
      case 'Float':
        return this.#pick([0, 0.5, 1]);
      case 'Boolean':
        return this.#chance(0.5);
      case 'Date':
        return this.#pick(['2022-02-04', '2023-06-01', '2026-01-01']);
      default:
        return this.#pick(texts[name] ?? ['CN', 'x']);
    }
  }
}

/** A value as it stands in a document. */
function literal(value: unknown, type: GraphQLInputType): string {
  const of = isNonNullType(type) ? type.ofType : type;
  if (value === null) return 'null';
  if (isListType(of))
    return Array.isArray(value)
      ? `[${value.map((one) => literal(one, of.ofType)).join(', ')}]`
      : literal(value, of.ofType);
  if (isEnumType(of)) return String(value);
  if (!isInputObjectType(of)) return JSON.stringify(value);
  const fields = of.getFields();
  const members = Object.entries(value as object).map(
    ([name, one]) => `${name}: ${literal(one, fields[name]?.type ?? of)}`,
  );
  return `{ ${members.join(', ')} }`;
}
