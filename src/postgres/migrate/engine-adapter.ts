import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import { EnginePool } from './engine-pool.ts';

// In the transaction of the migration: a process killed after it leaves a migration that is applied, and one killed before leaves none.
const finish = 'UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL';

/** The name of the connection on which migrations are applied. */
export const migrating = 'concord migrate';

/** Prisma's connection to PostgreSQL, made fit for the schema engine. `migrations` are the scripts that it may apply. */
export class EngineAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  readonly #pool: EnginePool;
  readonly #migrations: ReadonlySet<string>;

  constructor(url: string, migrations: readonly string[]) {
    this.#pool = new EnginePool({ connectionString: url, application_name: migrating, max: 1 });
    this.#migrations = new Set(migrations);
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await new PrismaPg(this.#pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    return Object.assign(adapter, {
      queryRaw: async (query: Parameters<typeof queryRaw>[0]) => asCharacters(await queryRaw(query)),
      // Prisma's own cuts a script at every semicolon, those inside of functions included. Sent whole, it is one transaction.
      executeScript: async (script: string) => {
        const sql = this.#migrations.has(script) ? `${script}\n;${finish}` : script;
        await adapter.executeRaw({ sql, args: [], argTypes: [] });
      },
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
