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

import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import { z } from 'zod';

const platform = z.object({
  registry: z.string(),
  environments: z.array(z.object({ name: z.string(), writer: z.string() })),
});

/** What CI needs to know of the platform: where images go, and the environment whose version it writes. */
export function readPlatformForCi(text: string): {
  registry: string;
  environment: string;
} {
  const parsed = platform.safeParse(parse(text));
  if (!parsed.success) {
    throw new InputError(
      'platform.yaml of the GitOps repository has no registry or environments',
    );
  }
  const { registry, environments } = parsed.data;
  const environment = environments.find(({ writer }) => writer === 'ci')?.name;
  if (!environment) {
    throw new InputError(
      'platform.yaml names no environment whose writer is ci; CI has nothing to write',
    );
  }
  return { registry, environment };
}
