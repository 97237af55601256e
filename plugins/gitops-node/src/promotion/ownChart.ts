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

import type { Platform } from '../platform';
import { OWN_CHART_PATH, sameRepository } from '../service';
import type { YamlPathSegment } from '../yaml';
import { parseVersionFile, wordOf } from './parseVersionFile';
import type { ReleaseFile } from './Release';

/**
 * The source of an Application that is the service's own chart.
 * @internal
 */
export interface OwnChart {
  repoUrl: string;
  /** What the source follows: a branch, a commit or a version. */
  targetRevision?: string;
  /** A commit, or the exact version of a packaged chart, rather than a branch or a range. */
  pinned: boolean;
  /** From a Git repository, rather than packaged. */
  inGit: boolean;
  path: YamlPathSegment[];
}

/**
 * Finds the service's own chart among the sources of an `application.yaml`; `undefined` where the platform's chart
 * deploys it, which everybody gets at the same time.
 * @internal
 */
export function ownChart(
  file: ReleaseFile | undefined,
  options: { service: string; platform: Platform },
): OwnChart | undefined {
  if (!file) {
    return undefined;
  }
  const { spec } = Object(parseVersionFile(file.path, file.text));
  const { source, sources } = Object(spec);
  const candidates: { value: unknown; path: YamlPathSegment[] }[] =
    Array.isArray(sources)
      ? sources.map((value, index) => ({
          value,
          path: ['spec', 'sources', index],
        }))
      : [{ value: source, path: ['spec', 'source'] }];
  return candidates
    .map(({ value, path }) => chartOf(value, path, options))
    .find(chart => chart !== undefined);
}

function chartOf(
  source: unknown,
  path: YamlPathSegment[],
  { service, platform }: { service: string; platform: Platform },
): OwnChart | undefined {
  const { repoURL, path: folder, chart, targetRevision } = Object(source);
  const repoUrl = wordOf(repoURL);
  const inGit = wordOf(folder)?.replace(/^\.?\/|\/$/g, '') === OWN_CHART_PATH;
  const packaged = wordOf(chart) === service;
  if (
    !repoUrl ||
    (!inGit && !packaged) ||
    sameRepository(repoUrl, platform.repository.url)
  ) {
    return undefined;
  }
  const revision = wordOf(targetRevision);
  return {
    repoUrl,
    targetRevision: revision,
    pinned: inGit ? isCommit(revision) : isExactVersion(revision),
    inGit,
    path: [...path, 'targetRevision'],
  };
}

/** @internal */
export function isCommit(revision: string | undefined): revision is string {
  return /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(revision ?? '');
}

function isExactVersion(revision: string | undefined): boolean {
  return /^v?\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/.test(revision ?? '');
}
