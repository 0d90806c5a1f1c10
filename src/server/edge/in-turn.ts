import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Requests that may wait on one connection; a client that sends more is not waiting for answers. */
const mostWaiting = 100;

/**
 * Answers the requests of one connection one after another: a client that sends many without waiting has one answer in memory, not all of them.
 * Those whose client goes away meanwhile are never begun.
 */
export class InTurn {
  readonly #waiting = new WeakMap<Socket, number>();

  /** Calls `begin` when the answers to all earlier requests of the connection have been sent: then Node gives a response its socket. */
  wait(response: ServerResponse, begin: () => void): void {
    const { socket } = response.req;
    const waiting = (this.#waiting.get(socket) ?? 0) + 1;
    this.#waiting.set(socket, waiting);
    response.once('socket', () => {
      this.#waiting.set(socket, (this.#waiting.get(socket) ?? 1) - 1);
      begin();
    });
    if (waiting > mostWaiting) socket.destroy();
  }
}
