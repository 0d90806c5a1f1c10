/** A file that ends or cannot be read on from a line, counted from 1 in the unpacked text. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';
  readonly line: number;
  readonly found: string;
  readonly expected: string;

  constructor(line: number, found: string, expected: string, options?: ErrorOptions) {
    super(`line ${line}: found ${found}, expected ${expected}`, options);
    this.line = line;
    this.found = found;
    this.expected = expected;
  }
}
