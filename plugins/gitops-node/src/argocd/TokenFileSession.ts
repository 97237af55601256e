import { readFile, stat } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import type { ArgoCdSession } from './ArgoCdSession';

/** Reads the file again when it changes, as a rotated Kubernetes secret does. */
export class TokenFileSession implements ArgoCdSession {
  readonly #subject: string;
  readonly #file: string;
  #kept?: { token: string; stamp: string };

  constructor(subject: string, file: string) {
    this.#subject = subject;
    this.#file = file;
  }

  async token(): Promise<string> {
    try {
      const { mtimeMs, size, ino } = await stat(this.#file);
      const stamp = [mtimeMs, size, ino].join();
      if (this.#kept?.stamp !== stamp) {
        const token = (await readFile(this.#file, 'utf8')).trim();
        this.#kept = { token, stamp };
      }
    } catch (error) {
      throw new InputError(
        `${this.#subject}: the token file '${this.#file}' cannot be read`,
        error,
      );
    }
    if (!this.#kept?.token) {
      throw new InputError(
        `${this.#subject}: the token file '${this.#file}' is empty`,
      );
    }
    return this.#kept.token;
  }

  async renew(refused: string): Promise<boolean> {
    this.#kept = undefined;
    return (await this.token()) !== refused;
  }
}
