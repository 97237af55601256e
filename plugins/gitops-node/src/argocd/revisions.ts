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
import { applicationPath, queryOf } from './applicationPath';
import type { ArgoApplicationKey } from './ArgoApplication';
import type { ArgoCdConnection } from './ArgoCdConnection';
import { text, texts } from './tolerant';

/**
 * Which of an Application's revisions is meant.
 * @public
 */
export interface ArgoRevisionOptions {
  /** Which of several sources the revision is of, from 0. */
  sourceIndex?: number;
  /** The id of a deployment in the history, whose sources may differ from today's. */
  versionId?: number;
  signal?: AbortSignal;
}

/**
 * Author, date and message of a commit, as Argo CD's repository server read them.
 * @public
 */
export interface ArgoRevisionMetadata {
  author?: string;
  date?: string;
  message?: string;
}

/**
 * What a Helm chart says of itself.
 * @public
 */
export interface ArgoChartDetails {
  description?: string;
  /** Names, some with an address. */
  maintainers: string[];
  /** The address of its home page: to be checked before it becomes a link. */
  home?: string;
}

/**
 * What the annotations of an OCI image say of it.
 * @public
 */
export interface ArgoOciMetadata {
  description?: string;
  version?: string;
  authors?: string;
  createdAt?: string;
  /** The addresses: to be checked before one becomes a link. */
  imageUrl?: string;
  docsUrl?: string;
  sourceUrl?: string;
}

const revisionSchema = z.object({
  author: z.string().optional(),
  date: z.string().optional(),
  message: z.string().optional(),
});

const chartSchema = z.object({
  description: text,
  maintainers: texts,
  home: text,
});

const ociSchema = z.object({
  description: text,
  version: text,
  authors: text,
  createdAt: text,
  imageUrl: text,
  docsUrl: text,
  sourceUrl: text,
});

/** One revision of an Application's source. */
interface RevisionQuery extends ArgoRevisionOptions {
  revision: string;
}

export async function getRevisionMetadata(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  query: RevisionQuery,
): Promise<ArgoRevisionMetadata> {
  return get(connection, key, {
    ...query,
    schema: revisionSchema,
    kind: 'metadata',
  });
}

export async function getChartDetails(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  query: RevisionQuery,
): Promise<ArgoChartDetails> {
  return get(connection, key, {
    ...query,
    schema: chartSchema,
    kind: 'chartdetails',
  });
}

export async function getOciMetadata(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  query: RevisionQuery,
): Promise<ArgoOciMetadata> {
  return get(connection, key, {
    ...query,
    schema: ociSchema,
    kind: 'ocimetadata',
  });
}

async function get<T extends z.ZodType>(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  options: RevisionQuery & { schema: T; kind: string },
): Promise<z.output<T>> {
  const { schema, kind, revision, sourceIndex, versionId, signal } = options;
  return connection.get(
    schema,
    applicationPath(key, 'revisions', revision, kind),
    {
      query: {
        ...queryOf(key),
        sourceIndex: sourceIndex?.toString(),
        versionId: versionId?.toString(),
      },
      signal,
    },
  );
}
