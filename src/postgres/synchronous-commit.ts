/** Selects the standbys that a commit of this session waits for, as `synchronous_standby_names` has them: '' where it waits for none. */
export const awaitedStandbys = `CASE WHEN current_setting('synchronous_commit') IN ('off', 'local') THEN ''
  ELSE current_setting('synchronous_standby_names') END`;

const listed = /^(?:(?:FIRST |ANY )?\s*(?<count>\d+)\s*\((?<some>[^()]*)\)|(?<first>[^()]*))$/i;

/**
 * Whether all standbys named have confirmed what was committed while `names` were awaited. Then it survives whichever of them takes the place of the
 * primary. Where fewer confirm, one that did not may be promoted while another goes on confirming to a primary that was left behind.
 */
export function confirmedByAll(names: string): boolean {
  const { count = '1', some, first = '' } = listed.exec(names.trim())?.groups ?? {};
  const standbys = (some ?? first).split(',').map((name) => name.trim());
  return standbys.every((name) => name !== '' && name !== '*' && name !== '"*"') && Number(count) >= standbys.length;
}
