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

import { z } from 'zod';
import { listOf } from './tolerant';

/**
 * A cluster that Argo CD deploys to.
 * @public
 */
export interface ArgoCluster {
  name: string;
  /** The address of its API as Argo CD reaches it. */
  server: string;
}

/** The answer of `clusters`, in which nothing else is read: it holds how Argo CD authenticates. */
export const clustersSchema = z
  .object({ items: listOf(z.object({ name: z.string(), server: z.string() })) })
  .transform(({ items }): ArgoCluster[] => items);
