/** JSON Schema as the OpenAPI document has it: values made of it, values nearly of it, and whether an answer fits it. */
import fc from 'fast-check';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  prefixItems?: Schema[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  format?: string;
  pattern?: string;
}
export type Schemas = Record<string, Schema>;
/** Values that mean something to the service, by the name of the field. */
export type Hints = Record<string, readonly unknown[]>;

const resolve = (schema: Schema, schemas: Schemas): Schema =>
  schema.$ref ? schemas[schema.$ref.split('/').at(-1)!]! : schema;

/** Texts that have broken something somewhere. */
export const nasty = fc.constantFrom(
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'a\udfff',
    '\u202e反',
    '\ufeff',
    '’',
    '"',
    "'; DROP TABLE letter; --",
  ],
  ...[
    '%',
    '%00',
    '%E0%A4%A',
    '../..',
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    'NaN',
    '-0',
  ],
  ...[
    '👨‍👩‍👧‍👦',
    'e\u0301'.repeat(50),
    '字'.repeat(20_001),
    '{{7*7}}',
    '<script>alert(1)</script>',
    '" OR tenant:*',
    'NEAR(a b)',
  ],
  ...['0000-01-01', '0001-01-01', '9999-12-31', '2026-02-30', '-000001-01-01', '+010000-01-01', '1970-01-01'],
);
const nastyNumber = fc.constantFrom(-1, 0, 0.5, -0, 1e21, 1e308, -1e308, 2 ** 53, 2 ** 31, 1e-320);

const someText = ({ minLength = 0, maxLength = 60 }: Schema) => {
  const bounds = { minLength, maxLength: Math.min(maxLength, minLength + 40) };
  const whole = fc.integer({ min: 0, max: 1 }).map((over) => '满'.repeat(maxLength + over));
  return fc.oneof(
    { arbitrary: fc.string({ unit: 'grapheme-ascii', ...bounds }), weight: 3 },
    { arbitrary: fc.string({ unit: 'binary', ...bounds }), weight: 1 },
    {
      arbitrary: fc
        .stringMatching(/^[一-龟,。]+$/, { size: 'small' })
        .map((text) => text.padEnd(minLength, '字')),
      weight: 6,
    },
    ...(maxLength <= 20_000 ? [{ arbitrary: whole, weight: 1 }] : []),
  );
};

function stringOf(schema: Schema): fc.Arbitrary<string> {
  if (schema.format === 'email') return fc.emailAddress();
  if (schema.format === 'date') {
    const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    const near = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    const ends = fc.constantFrom('0001-01-01', '0000-01-01', '9999-12-31', '1969-12-31', '2026-02-30');
    return fc.oneof(
      ends,
      fc.oneof(days, near, near).map((date) => date.toISOString().slice(0, 10)),
    );
  }
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern), { size: 'xsmall' });
  return someText(schema);
}

/** @param hints what a field of that name holds now and then */
export function valueOf(given: Schema, schemas: Schemas, hints: Hints): fc.Arbitrary<unknown> {
  const schema = resolve(given, schemas);
  const also = (more: Schema) => valueOf(more, schemas, hints);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const choice = schema.oneOf ?? schema.anyOf;
  if (choice) return fc.oneof(...choice.map(also));
  const types = [schema.type ?? 'string'].flat();
  if (types.length > 1) return fc.oneof(...types.map((type) => also({ ...schema, type })));
  switch (types[0]) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 });
    case 'array':
      return fc.array(also(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 4),
      });
    case 'object':
      return objectOf(schema, schemas, hints);
    default:
      return stringOf(schema);
  }
}

function objectOf(schema: Schema, schemas: Schemas, hints: Hints): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const known = hints[name];
    const value = valueOf(field, schemas, hints);
    const biased = known ? fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 4 }, value) : value;
    return [name, biased] as const;
  });
  const requiredKeys = (schema.required ?? []) as never[];
  if (fields.length > 0) return fc.record(Object.fromEntries(fields), { requiredKeys });
  return schema.additionalProperties
    ? fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 4 })
    : fc.constant({});
}

const wrong: fc.Arbitrary<unknown> = fc.oneof(
  nasty,
  nastyNumber,
  fc.constantFrom(null, true, [], {}, [[[[]]]], { toString: 1, valueOf: 1 }, { length: 1e9 }, ['a', 'b']),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A value with one thing wrong somewhere in it. */
export function nearly(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(valid, fc.nat(), fc.nat(4), wrong).map(([value, at, how, instead]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || how === 4) return instead;
    const keys = Object.keys(value);
    const key = keys[at % Math.max(1, keys.length)] ?? 'a';
    const { [key]: old, ...others } = value as Record<string, unknown>;
    if (how === 0) return others;
    if (how === 1) return { ...others, [key]: [old] };
    if (how === 2) return { ...others, [key]: old, unasked: instead };
    return { ...others, [key]: instead };
  });
}

const formats: Record<string, RegExp> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
};

/** Where an answer isn't what the document promises; null where it fits. */
export function misfit(given: Schema, value: unknown, schemas: Schemas, path = ''): string | null {
  const schema = resolve(given, schemas);
  const choice = schema.oneOf ?? schema.anyOf;
  if (choice) {
    const faults = choice.map((one) => misfit(one, value, schemas, path));
    return faults.includes(null) ? null : `${path}: none of the choices (${faults[0]})`;
  }
  if (schema.allOf)
    return (
      schema.allOf.map((one) => misfit(one, value, schemas, path)).find((fault) => fault !== null) ?? null
    );
  if (schema.enum && !schema.enum.includes(value)) return `${path}: ${String(value)} is not one of the enum`;
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOf(type, value)))
    return `${path}: is no ${types.join('|')}`;
  if (typeof value === 'string' && schema.pattern && !new RegExp(schema.pattern).test(value))
    return `${path}: doesn't match ${schema.pattern}`;
  if (typeof value === 'string' && schema.format && formats[schema.format]?.test(value) === false)
    return `${path}: ${value} is no ${schema.format}`;
  if (typeof value === 'number' && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value)))
    return `${path}: ${value} is out of bounds`;
  if (typeof value !== 'object' || value === null) return null;
  const parts: [Schema | undefined, unknown, string][] = Array.isArray(value)
    ? value.map((item, at) => [schema.prefixItems?.[at] ?? schema.items, item, `${path}[${at}]`])
    : Object.entries(schema.properties ?? {})
        .filter(([name]) => name in value)
        .map(([name, field]) => [field, (value as Record<string, unknown>)[name], `${path}.${name}`]);
  const missing = (schema.required ?? []).find((name) => !(name in value));
  if (missing !== undefined) return `${path}.${missing}: is missing`;
  for (const [field, part, where] of parts) {
    const fault = field && misfit(field, part, schemas, where);
    if (fault) return fault;
  }
  return null;
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
