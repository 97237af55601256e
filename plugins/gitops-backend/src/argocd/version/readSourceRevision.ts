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

import type { GitOpsRepositoryConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import { parse } from 'yaml';

/**
 * The commit that CI wrote beside the image. Empty means that CI has not built an image yet and the placeholder runs;
 * `undefined`, that the file does not say.
 */
export function readSourceRevision(
  text: string,
  { kind, paths }: GitOpsRepositoryConfig['version'],
): string | undefined {
  if (kind !== 'helm-values') {
    return undefined;
  }
  // Beside the tag: `image.tag` has `image.sourceRevision` next to it.
  const image = (paths[0] ?? 'image.tag').split('.').slice(0, -1);
  try {
    const parent = image.reduce<unknown>(
      (value, key) => Object(value)[key],
      parse(text),
    );
    const revision: unknown = Object(parent).sourceRevision;
    return typeof revision === 'string' ? revision.trim() : undefined;
  } catch {
    // A file that does not parse says nothing; Argo CD reports it as broken.
    return undefined;
  }
}
