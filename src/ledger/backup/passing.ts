import { Transform } from 'node:stream';

/** A stream that shows every piece which passes through it. */
export const passing = (look: (piece: Buffer) => void): Transform =>
  new Transform({
    transform(piece: Buffer, _encoding, done) {
      look(piece);
      done(null, piece);
    },
  });
