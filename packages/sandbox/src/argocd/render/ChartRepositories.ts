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

import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import semver from 'semver';
import { parse } from 'yaml';
import { z } from 'zod';
import { RenderError } from './RenderError';

const TIMEOUT_MS = 10_000;

/** A chart is asked for by its repository's index, as helm does. */
const chartIndex = z.looseObject({
  entries: z.record(
    z.string(),
    z.array(
      z.looseObject({
        version: z.string(),
        urls: z.array(z.string()).min(1),
        description: z.string().optional(),
        home: z.string().optional(),
        maintainers: z
          .array(
            z.looseObject({ name: z.string(), email: z.string().optional() }),
          )
          .optional(),
      }),
    ),
  ),
});

type ChartVersion = z.infer<typeof chartIndex>['entries'][string][number];

/** What the API tells of a chart. */
export interface ChartDetails {
  description?: string;
  /** `Name <address>`. */
  maintainers?: string[];
  home?: string;
}

/** A version of a chart in a repository. */
export interface ChartReference {
  chart: string;
  version: string;
}

/**
 * Helm repositories on this machine. The sandbox has no network: any other, and registries, cannot be reached.
 */
export class ChartRepositories {
  readonly #directory: string;
  readonly #downloads = new Map<string, Promise<string>>();

  static async create(): Promise<ChartRepositories> {
    return new ChartRepositories(
      await mkdtemp(join(tmpdir(), 'sandbox-charts-')),
    );
  }

  private constructor(directory: string) {
    this.#directory = directory;
  }

  /** The newest version within a range (`^1.2`, `1.x`); an exact one is taken at its word. Rejects with `RenderError`. */
  async resolve(
    repoURL: string,
    { chart, version }: ChartReference,
  ): Promise<string> {
    if (semver.valid(version)) {
      this.#requireLoopback(repoURL, { chart, version });
      return version;
    }
    const found = await this.#versions(repoURL, { chart, version });
    const newest = semver.maxSatisfying(
      found.map(one => one.version),
      version,
    );
    if (!newest) {
      throw new RenderError(
        `invalid revision: version matching constraint not found in ${found.length} tags`,
      );
    }
    return newest;
  }

  /** Rejects with `RenderError` where the repository does not have it. */
  async details(
    repoURL: string,
    reference: ChartReference,
  ): Promise<ChartDetails> {
    const { description, home, maintainers } = await this.#find(
      repoURL,
      reference,
    );
    const names = maintainers?.map(({ name, email }) =>
      email ? `${name} <${email}>` : name,
    );
    return {
      ...(description ? { description } : {}),
      ...(names?.length ? { maintainers: names } : {}),
      ...(home ? { home } : {}),
    };
  }

  /** The path of the packed chart, fetched once. Rejects with `RenderError`. */
  async download(repoURL: string, reference: ChartReference): Promise<string> {
    const key = JSON.stringify([repoURL, reference]);
    const known =
      this.#downloads.get(key) ?? this.#fetchChart(repoURL, reference);
    this.#downloads.set(key, known);
    known.catch(() => this.#downloads.delete(key));
    return known;
  }

  async dispose(): Promise<void> {
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #fetchChart(
    repoURL: string,
    reference: ChartReference,
  ): Promise<string> {
    const { urls } = await this.#find(repoURL, reference);
    const url = new URL(urls[0], `${repoURL.replace(/\/+$/, '')}/`);
    this.#requireLoopback(url.href, reference);
    const response = await this.#get(url);
    const name = createHash('sha256').update(url.href).digest('hex');
    const path = join(this.#directory, `${name}.tgz`);
    await writeFile(path, Buffer.from(await response.arrayBuffer()));
    return path;
  }

  async #find(
    repoURL: string,
    reference: ChartReference,
  ): Promise<ChartVersion> {
    const { chart, version } = reference;
    const versions = await this.#versions(repoURL, reference);
    const found = versions.find(one => one.version === version);
    if (!found) {
      throw new RenderError(
        `error extracting chart: chart "${chart}" version "${version}" not found in ${repoURL} repository`,
      );
    }
    return found;
  }

  async #versions(
    repoURL: string,
    reference: ChartReference,
  ): Promise<ChartVersion[]> {
    this.#requireLoopback(repoURL, reference);
    const url = new URL('index.yaml', `${repoURL.replace(/\/+$/, '')}/`);
    const response = await this.#get(url);
    const parsed = chartIndex.safeParse(parse(await response.text()));
    if (!parsed.success) {
      throw new RenderError(`${url} is not the index of a chart repository`);
    }
    const versions = parsed.data.entries[reference.chart];
    if (!versions) {
      throw new RenderError(
        `chart '${reference.chart}' not found in index of ${repoURL}`,
      );
    }
    return versions;
  }

  async #get(url: URL): Promise<Response> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    let reason;
    try {
      const response = await fetch(url, { redirect: 'error', signal });
      if (response.ok) {
        return response;
      }
      reason = `${response.status} ${response.statusText}`;
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
    throw new RenderError(`failed to fetch ${url} : ${reason}`);
  }

  #requireLoopback(repoURL: string, { chart, version }: ChartReference): void {
    const { protocol, hostname } = new URL(
      repoURL.includes('://') ? repoURL : `oci://${repoURL}`,
    );
    if (
      protocol !== 'http:' ||
      !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
    ) {
      throw new RenderError(
        `the sandbox has no network: chart ${chart} ${version} of ${repoURL} cannot be fetched`,
      );
    }
  }
}
