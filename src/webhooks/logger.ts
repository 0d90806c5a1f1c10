/** The part of a pino logger that the worker uses. */
export interface Logger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}
