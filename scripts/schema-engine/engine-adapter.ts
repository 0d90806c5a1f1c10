import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import { EnginePool } from './engine-pool.ts';

/** Prisma's connection to PostgreSQL, made fit for the schema engine. */
export class EngineAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  readonly #pool: EnginePool;

  constructor(url: string) {
    this.#pool = new EnginePool({ connectionString: url, max: 1 });
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await new PrismaPg(this.#pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    return Object.assign(adapter, {
      queryRaw: async (query: Parameters<typeof queryRaw>[0]) => asCharacters(await queryRaw(query)),
      // Prisma's own cuts a script at every semicolon, those inside of functions included. Sent whole, it is one transaction.
      executeScript: async (sql: string) => void (await adapter.executeRaw({ sql, args: [], argTypes: [] })),
    });
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return Promise.reject(new Error('Concord gives the schema engine no shadow database.'));
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

/** Undoes what the pool did to get columns of type "char" past the adapter. */
function asCharacters(result: SqlResultSet): SqlResultSet {
  const { CharacterArray, Character } = ColumnTypeEnum;
  return { ...result, columnTypes: result.columnTypes.map((type) => (type === CharacterArray ? Character : type)) };
}
