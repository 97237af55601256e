/*
 * Copyright 2026 The GitOps Platform Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Problem } from './problem.mjs';
import { root } from './paths.mjs';

/** The processes that one command has started; each writes into a log of its own. */
export class Services {
  #running = new Map();
  #logs;
  #stopping = false;

  /** @param {string} logs - folder of the log files */
  constructor(logs) {
    this.#logs = logs;
    mkdirSync(logs, { recursive: true });
  }

  /**
   * @param {string} name
   * @param {string[]} command
   * @param {{ env: NodeJS.ProcessEnv, cwd?: string }} options
   */
  start(name, command, options) {
    const log = path.join(this.#logs, `${name}.log`);
    const output = createWriteStream(log);
    const child = spawn(command[0], command.slice(1), {
      cwd: options.cwd ?? root,
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: what the command starts in turn is ended with it.
      detached: true,
    });
    child.stdout.pipe(output);
    child.stderr.pipe(output);
    const exited = new Promise(resolve => {
      child.once('error', resolve);
      child.once('exit', resolve);
    });
    this.#running.set(name, { child, log, exited });
    return exited;
  }

  /**
   * Waits until `ready` says so.
   *
   * @param {string} name - the service that is waited for
   * @param {number} seconds - how long at the most
   * @param {(log: string) => boolean | Promise<boolean>} ready
   */
  async waitFor(name, seconds, ready) {
    const { child, log } = this.#running.get(name);
    const deadline = Date.now() + seconds * 1000;
    while (
      !(await ready(readFileSync(log, { encoding: 'utf8', flag: 'a+' })))
    ) {
      if (child.exitCode !== null || child.signalCode !== null) {
        throw this.#failure(name, 'stopped while starting');
      }
      if (Date.now() > deadline) {
        throw this.#failure(name, `was not ready after ${seconds} seconds`);
      }
      await delay(200);
    }
  }

  /** Resolves with the name of the first service that ends by itself. */
  async firstToEnd() {
    const name = await Promise.race(
      [...this.#running].map(async ([key, { exited }]) => {
        await exited;
        return key;
      }),
    );
    return this.#stopping ? new Promise(() => {}) : name;
  }

  failure(name) {
    return this.#failure(name, 'stopped by itself');
  }

  /** Ends everything that was started, at the latest after five seconds. */
  async stop() {
    this.#stopping = true;
    await Promise.all(
      [...this.#running.values()].map(async ({ child, exited }) => {
        signalGroup(child, 'SIGTERM');
        const ended = await Promise.race([
          exited.then(() => true),
          delay(5000, false, { ref: false }),
        ]);
        if (!ended) signalGroup(child, 'SIGKILL');
      }),
    );
  }

  /** The last lines that a service has written. */
  tail(name) {
    return readFileSync(this.#running.get(name).log, 'utf8')
      .trim()
      .split('\n')
      .slice(-12)
      .join('\n');
  }

  #failure(name, what) {
    const { log } = this.#running.get(name);
    return new Problem(
      `${this.tail(name)}\n\n${name} ${what}: its whole log is ${path.relative(
        process.cwd(),
        log,
      )}`,
    );
  }
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
