import { Refusal } from '#refusal/refusal.ts';

export type MigrationErrorCode = 'MIGRATION_FAILED' | 'MIGRATIONS_PENDING' | 'HISTORY_DIVERGES';

/** The database cannot be brought, or is not, to the form that this Concord needs. */
export class MigrationError extends Refusal<MigrationErrorCode> {
  override readonly name = 'MigrationError';
}
