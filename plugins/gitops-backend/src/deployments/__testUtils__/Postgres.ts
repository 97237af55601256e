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

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import knexFactory, { type Knex } from 'knex';

const DEBIAN = '/usr/lib/postgresql';
/** Whom a superuser can become, because Postgres refuses to run as one. */
const UNPRIVILEGED = ['postgres', 'nobody'];

/** A Postgres of this machine, started for one test as a plain process, and gone afterwards. */
export class Postgres {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #port: number;
  readonly #open: Knex[] = [];
  #databases = 0;

  /** The folder with `initdb` and `postgres`; `undefined` where this machine has none. */
  static find(): string | undefined {
    const debian = foldersOf(DEBIAN).map(version =>
      join(DEBIAN, version, 'bin'),
    );
    return [...(process.env.PATH ?? '').split(delimiter), ...debian].find(
      folder =>
        ['initdb', 'postgres'].every(name => isExecutable(join(folder, name))),
    );
  }

  static async start(programs: string): Promise<Postgres> {
    const folder = mkdtempSync(join(tmpdir(), 'gitops-postgres-'));
    chmodSync(folder, 0o777);
    const data = join(folder, 'data');
    const port = await freePort();
    const user = whoRunsIt();
    execFileSync(
      join(programs, 'initdb'),
      ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
      { stdio: 'pipe', cwd: folder, ...user },
    );
    const child = spawn(
      join(programs, 'postgres'),
      ['-D', data, '-p', String(port), '-k', '', '-h', '127.0.0.1', '-F'],
      { stdio: 'ignore', cwd: folder, ...user },
    );
    const started = new Postgres(child, folder, port);
    await started.#answers();
    return started;
  }

  private constructor(child: ChildProcess, folder: string, port: number) {
    this.#process = child;
    this.#folder = folder;
    this.#port = port;
  }

  /** An empty database, and as many connections to it as replicas would have. */
  async createDatabase(): Promise<() => Knex> {
    this.#databases += 1;
    const name = `test_${this.#databases}`;
    await this.#connect('postgres').raw('create database ??', [name]);
    return () => this.#connect(name);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#open.map(knex => knex.destroy()));
    const exited = new Promise(resolve => this.#process.once('exit', resolve));
    this.#process.kill('SIGINT');
    await exited;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #connect(database: string): Knex {
    const knex = knexFactory({
      client: 'pg',
      connection: {
        host: '127.0.0.1',
        port: this.#port,
        user: 'test',
        database,
      },
      pool: { min: 0, max: 5 },
      // While it starts, it refuses, and that is no news.
      log: { warn: () => {} },
    });
    this.#open.push(knex);
    return knex;
  }

  async #answers(): Promise<void> {
    const knex = this.#connect('postgres');
    for (let attempt = 0; ; attempt += 1) {
      try {
        await knex.raw('select 1');
        return;
      } catch (error) {
        if (attempt >= 100 || this.#process.exitCode !== null) {
          throw error;
        }
        await new Promise(resolve => {
          setTimeout(resolve, 100);
        });
      }
    }
  }
}

function foldersOf(path: string): string[] {
  try {
    return readdirSync(path).sort().reverse();
  } catch {
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** `undefined`, as the caller, unless that is the superuser. */
function whoRunsIt(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const idOf = (flag: string, name: string) =>
    Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
  for (const name of UNPRIVILEGED) {
    try {
      return { uid: idOf('-u', name), gid: idOf('-g', name) };
    } catch {
      // There is no such user.
    }
  }
  throw new Error(
    `Postgres does not run as root, and there is no user ${UNPRIVILEGED.join(
      ' or ',
    )}`,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}
