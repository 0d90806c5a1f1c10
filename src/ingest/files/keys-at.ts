import * as z from 'zod';
import type { Path } from './source-file.ts';

/** The keys allowed in the mapping at a path of a schema; none if there is no mapping. */
export function keysAt(schema: z.ZodType, path: Path): string[] {
  let current: unknown = schema;
  for (const step of path) {
    const inner = unwrapped(current);
    if (inner instanceof z.ZodArray) current = inner.element;
    else if (inner instanceof z.ZodObject) current = inner.shape[step];
    else return [];
  }
  const inner = unwrapped(current);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodDefault ? unwrapped(schema.unwrap()) : schema;
}
