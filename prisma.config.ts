import type { PrismaConfig } from 'prisma-cli/config';

// `prisma generate` asks for a schema engine binary that it never runs; naming any executable keeps it from downloading one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

const url = process.env.DATABASE_URL;

export default {
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url === undefined ? {} : { datasource: { url } }),
} satisfies PrismaConfig;
