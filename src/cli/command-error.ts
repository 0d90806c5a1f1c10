/** A command failed; the message is for the user. Nothing was changed. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
