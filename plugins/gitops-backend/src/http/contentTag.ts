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
import type { JsonValue } from '@backstage/types';

/**
 * An entity tag made of content alone, so that replicas agree.
 *
 * `fetchedAt` moves whenever an upstream says that nothing changed, so it does not count.
 */
export function contentTag(content: unknown): string {
  const text = JSON.stringify(content, (key, value: JsonValue) =>
    key === 'fetchedAt' ? undefined : value,
  );
  const hash = createHash('sha256').update(text).digest('base64url');
  return `W/"${hash.slice(0, 27)}"`;
}
