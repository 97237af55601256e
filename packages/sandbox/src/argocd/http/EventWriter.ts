import { constants, createGzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { acceptsGzip } from './sendAnswer';

/** Whether a client wants server-sent events rather than plain lines. */
export function isEventStream(request: Request): boolean {
  return request.headers.accept === 'text/event-stream';
}

/** Writes lines to a client that may be slow, without holding more than what it has not taken yet. */
export class EventWriter {
  readonly #request: Request;
  readonly #response: Response;
  #out: NodeJS.WritableStream | undefined;
  #waiting: string[] = [];
  #busy = false;

  constructor(request: Request, response: Response) {
    this.#request = request;
    this.#response = response;
  }

  write(line: string): void {
    this.#waiting.push(line);
    this.#drain();
  }

  #drain(): void {
    while (!this.#busy && this.#waiting.length > 0) {
      // Nothing at all, not even a status, is sent before there is an event.
      this.#out ??= this.#open();
      const chunk = this.#waiting.join('');
      this.#waiting = [];
      this.#busy = !this.#out.write(chunk);
      if (this.#busy) {
        this.#out.once('drain', () => {
          this.#busy = false;
          this.#drain();
        });
      }
    }
  }

  #open(): NodeJS.WritableStream {
    const zipped = acceptsGzip(this.#request) && !isEventStream(this.#request);
    this.#response.writeHead(200, {
      'Content-Type': isEventStream(this.#request)
        ? 'text/event-stream'
        : 'application/json',
      ...(isEventStream(this.#request)
        ? { 'X-Content-Type-Options': 'nosniff' }
        : { Vary: 'Accept-Encoding' }),
      ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
    });
    if (!zipped) {
      return this.#response;
    }
    const gzip = createGzip({ flush: constants.Z_SYNC_FLUSH });
    gzip.pipe(this.#response);
    this.#response.once('close', () => gzip.destroy());
    return gzip;
  }
}
