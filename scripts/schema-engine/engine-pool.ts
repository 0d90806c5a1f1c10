import { Pool } from 'pg';

const internalChar = 18;
export const arrayOfChar = 1002;

interface Result {
  readonly fields?: { dataTypeID: number }[];
}

/**
 * Connections for the schema engine, which reads columns of PostgreSQL's internal type "char" from the catalogue. Prisma's adapter does
 * not know that type and refuses it; here it passes as an array of it, which the adapter knows and the catalogue never holds.
 */
export class EnginePool extends Pool {
  // The cast: one signature stands for the many of the original, whose arguments it hands on as they are.
  override query = (async (...args: unknown[]) => {
    const result: Result | Result[] = await Reflect.apply(super.query, this, args);
    for (const { fields } of [result].flat()) {
      for (const field of fields ?? []) {
        if (field.dataTypeID === internalChar) field.dataTypeID = arrayOfChar;
      }
    }
    return result;
  }) as Pool['query'];
}
