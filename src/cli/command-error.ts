/** A command could not do what it was asked for; the message is for the person who asked. Nothing was changed. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
