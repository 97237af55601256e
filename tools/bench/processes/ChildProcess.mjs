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

import { fork } from 'node:child_process';

const KEPT_OUTPUT = 8_000;

/** A process of the benchmark, and calls to the methods that it serves. */
export class ChildProcess {
  #process;
  #name;
  #output = '';
  #pending = new Map();
  #calls = 0;

  /**
   * Starts a module; resolves once it serves.
   *
   * @param {{ name: string, file: string, execArgv?: string[], cwd?: string }} options
   */
  static async start(options) {
    const child = new ChildProcess(options);
    await new Promise((resolve, reject) => {
      child.#pending.set('ready', { resolve, reject });
    });
    return child;
  }

  constructor({ name, file, execArgv = [], cwd }) {
    this.#name = name;
    this.#process = fork(file, {
      cwd,
      execArgv,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // What an adopter runs: a test would validate each answer.
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' },
    });
    const keep = chunk => {
      this.#output = (this.#output + chunk).slice(-KEPT_OUTPUT);
    };
    this.#process.stdout.on('data', keep);
    this.#process.stderr.on('data', keep);
    this.#process.on('message', message => this.#receive(message));
    this.#process.on('exit', code => {
      const error = new Error(
        `${name} ended (${code}); it said:\n${this.#output}`,
      );
      for (const { reject } of this.#pending.values()) reject(error);
      this.#pending.clear();
    });
  }

  call(method, argument) {
    const id = (this.#calls += 1);
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#process.send({ id, method, argument });
    });
  }

  async stop() {
    if (this.#process.exitCode !== null) return;
    const ended = new Promise(resolve => {
      this.#process.once('exit', resolve);
    });
    this.#process.kill('SIGKILL');
    await ended;
  }

  #receive({ id, ready, result, error }) {
    // The loader of TypeScript sends messages of its own.
    const key = ready ? 'ready' : id;
    const pending = this.#pending.get(key);
    this.#pending.delete(key);
    if (error) pending?.reject(new Error(`${this.#name}: ${error}`));
    else pending?.resolve(result);
  }
}
