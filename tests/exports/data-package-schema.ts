// The rules of the Data Package standard, version 2 (Data Package, Data Resource, Table Schema, Table Dialect), written from its text.

const text = { type: 'string' };
const urlOrPath = {
  type: 'string',
  minLength: 1,
  // An address, or a relative path that neither begins at the root nor leads upwards.
  anyOf: [{ pattern: '^https?://' }, { not: { pattern: '^/|^~|(^|/)\\.\\.(/|$)|\\\\|^[a-z]+:' } }],
};
const licence = {
  type: 'object',
  anyOf: [{ required: ['name'] }, { required: ['path'] }],
  properties: { name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' }, path: urlOrPath, title: text },
};
const source = {
  type: 'object',
  anyOf: [{ required: ['title'] }, { required: ['path'] }, { required: ['email'] }],
  properties: { title: text, path: urlOrPath, email: { type: 'string', format: 'email' }, version: text },
};
const contributor = {
  type: 'object',
  minProperties: 1,
  properties: { title: text, path: urlOrPath, email: text, roles: { type: 'array', minItems: 1, items: text } },
};

const constraints = (values: object, properties: object) => ({
  type: 'object',
  additionalProperties: false,
  properties: {
    required: { type: 'boolean' },
    unique: { type: 'boolean' },
    enum: { type: 'array', minItems: 1, uniqueItems: true, items: values },
    ...properties,
  },
});
const lengths = { minLength: { type: 'integer', minimum: 0 }, maxLength: { type: 'integer', minimum: 0 } };
const bounds = (values: object) => ({
  minimum: values,
  maximum: values,
  exclusiveMinimum: values,
  exclusiveMaximum: values,
});
const field = (type: string, format: object, allowed: object) => ({
  if: { properties: { type: { const: type } }, required: ['type'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { properties: { format, constraints: allowed } },
});
const onlyDefault = { const: 'default' };
const fields = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', minLength: 1 },
    type: {
      enum: 'string number integer boolean object array list datetime date time year yearmonth duration geopoint geojson any'.split(
        ' ',
      ),
    },
    title: text,
    description: text,
    rdfType: { type: 'string', format: 'uri' },
    missingValues: { type: 'array', items: text },
  },
  allOf: [
    field(
      'string',
      { enum: ['default', 'email', 'uri', 'binary', 'uuid'] },
      constraints(text, { pattern: { type: 'string', format: 'regex' }, ...lengths }),
    ),
    field('integer', onlyDefault, constraints({ type: 'integer' }, bounds({ type: 'integer' }))),
    field('number', onlyDefault, constraints({ type: 'number' }, bounds({ type: 'number' }))),
    field('boolean', onlyDefault, constraints({ type: 'boolean' }, {})),
    field('array', onlyDefault, constraints({ type: 'array' }, { ...lengths, jsonSchema: { type: 'object' } })),
    field('date', text, constraints({ type: 'string', format: 'date' }, bounds({ type: 'string', format: 'date' }))),
    field(
      'datetime',
      text,
      constraints({ type: 'string', format: 'date-time' }, bounds({ type: 'string', format: 'date-time' })),
    ),
  ],
};
const names = { type: 'array', minItems: 1, uniqueItems: true, items: text };
const tableSchema = {
  type: 'object',
  required: ['fields'],
  properties: {
    $schema: { type: 'string', format: 'uri' },
    fields: { type: 'array', minItems: 1, items: fields },
    fieldsMatch: { enum: ['exact', 'equal', 'subset', 'superset', 'partial'] },
    missingValues: { type: 'array', uniqueItems: true, items: text },
    primaryKey: names,
    uniqueKeys: { type: 'array', minItems: 1, items: names },
    foreignKeys: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        properties: {
          fields: names,
          reference: { type: 'object', required: ['fields'], properties: { resource: text, fields: names } },
        },
      },
    },
  },
};
const character = { type: 'string', minLength: 1, maxLength: 1 };
const dialect = {
  type: 'object',
  properties: {
    $schema: { type: 'string', format: 'uri' },
    header: { type: 'boolean' },
    headerRows: { type: 'array', minItems: 1, items: { type: 'integer', minimum: 1 } },
    delimiter: text,
    lineTerminator: text,
    quoteChar: character,
    doubleQuote: { type: 'boolean' },
    escapeChar: character,
    nullSequence: text,
    skipInitialSpace: { type: 'boolean' },
    commentChar: character,
  },
  not: { required: ['quoteChar', 'escapeChar'] },
};
const resource = {
  type: 'object',
  required: ['name'],
  oneOf: [{ required: ['path'] }, { required: ['data'] }],
  not: { required: ['profile'] },
  properties: {
    $schema: { type: 'string', format: 'uri' },
    name: { type: 'string', minLength: 1, pattern: '^[-a-z0-9._/]+$' },
    type: { const: 'table' },
    path: { anyOf: [urlOrPath, { type: 'array', minItems: 1, items: urlOrPath }] },
    title: text,
    description: text,
    format: text,
    mediatype: { type: 'string', pattern: '^[^/\\s]+/[^/\\s]+$' },
    encoding: text,
    bytes: { type: 'integer', minimum: 0 },
    hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$' },
    licenses: { type: 'array', minItems: 1, items: licence },
    sources: { type: 'array', items: source },
    schema: tableSchema,
    dialect,
  },
};

export const dataPackageSchema = {
  type: 'object',
  required: ['resources'],
  not: { required: ['profile'] },
  properties: {
    $schema: { type: 'string', format: 'uri' },
    name: { type: 'string', pattern: '^[-a-z0-9._/]+$' },
    id: text,
    title: text,
    description: text,
    homepage: { type: 'string', format: 'uri' },
    version: text,
    created: { type: 'string', format: 'date-time' },
    keywords: { type: 'array', minItems: 1, items: text },
    image: urlOrPath,
    contributors: { type: 'array', minItems: 1, items: contributor },
    licenses: { type: 'array', minItems: 1, items: licence },
    sources: { type: 'array', items: source },
    resources: { type: 'array', minItems: 1, items: resource },
  },
};

interface Resource {
  readonly name: string;
  readonly schema: {
    readonly fields: readonly { readonly name: string }[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
    }[];
  };
}

/** What a JSON Schema cannot say: names are given once, keys name fields that are there. */
export function brokenNames({ resources }: { readonly resources: readonly Resource[] }): string[] {
  const byName = new Map(resources.map((one) => [one.name, one]));
  const broken = byName.size === resources.length ? [] : ['two resources have one name'];
  for (const { name, schema } of resources) {
    const known = new Set(schema.fields.map((one) => one.name));
    if (known.size !== schema.fields.length) broken.push(`${name}: two fields have one name`);
    const missing = (key: readonly string[], fieldsThere: Set<string>) => key.filter((one) => !fieldsThere.has(one));
    broken.push(...missing(schema.primaryKey ?? [], known).map((one) => `${name}: key ${one}`));
    for (const { fields: from, reference } of schema.foreignKeys ?? []) {
      const target = reference.resource === undefined ? { schema } : byName.get(reference.resource);
      if (target === undefined) broken.push(`${name}: no resource ${reference.resource}`);
      const there = new Set(target?.schema.fields.map((one) => one.name));
      broken.push(
        ...[...missing(from, known), ...missing(reference.fields, there)].map((one) => `${name}: foreign key ${one}`),
      );
      if (from.length !== reference.fields.length) broken.push(`${name}: foreign key of unequal length`);
    }
  }
  return broken;
}
