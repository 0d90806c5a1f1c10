/** Says that a query has something for which no writer is made; it is executed in another way. */
export class NotWritableError extends Error {
  override readonly name = 'NotWritableError';
}
