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

import { posix } from 'node:path';
import type { ApplicationSource } from '../types';
import { RenderError } from './RenderError';

/** A values file as Argo CD finds it. */
export interface ValueFile {
  /** The `ref` of the source whose repository holds it; absent for the chart's own. */
  ref?: string;
  /** From the root of that repository. */
  path: string;
}

/**
 * Where the values files of a Helm source are: below the chart, from the root of the repository (`/path`), or in
 * the repository of another source (`$ref/path`). Throws `RenderError` for one outside.
 */
export function locateValueFiles(source: ApplicationSource): ValueFile[] {
  return (source.helm?.valueFiles ?? []).map(file => {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(file)) {
      throw new RenderError(
        `the sandbox has no network: the values file ${file} cannot be fetched`,
      );
    }
    const reference = /^\$([^/]+)\/(.*)$/.exec(file);
    const own = file.startsWith('/')
      ? file.slice(1)
      : posix.join(source.path ?? '', file);
    const path = posix.normalize(reference?.[2] ?? own);
    if (path === '..' || path.startsWith('../')) {
      throw new RenderError(
        `value file path ${file} resolved to outside repository root`,
      );
    }
    return reference ? { ref: reference[1], path } : { path };
  });
}
