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

import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import type { UpstreamCall } from '../upstream';
import { liveResourceSchema } from './answers';
import { applicationPath, queryOf } from './applicationPath';
import type { ArgoApplication, ArgoApplicationKey } from './ArgoApplication';
import type { ArgoCdConnection } from './ArgoCdConnection';
import { eventsSchema, type ArgoEvent } from './Events';
import {
  progressSchema,
  type ArgoOperationProgress,
} from './OperationProgress';
import type { ArgoResourceRef } from './operations';
import { applicationSchema } from './parseApplication';
import { resourceStatesSchema, type ArgoResourceState } from './ResourceStates';
import { parseResourceTree, type ArgoResourceNode } from './ResourceTree';
import { sourcesSchema, type ArgoSources } from './SourceDetails';

export async function getApplication(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  signal?: AbortSignal,
): Promise<ArgoApplication> {
  return get(connection, key, applicationSchema, { signal });
}

export async function getOperation(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  signal?: AbortSignal,
): Promise<ArgoOperationProgress | undefined> {
  return get(connection, key, progressSchema, { signal });
}

export async function getSources(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  signal?: AbortSignal,
): Promise<ArgoSources> {
  return get(connection, key, sourcesSchema, { signal });
}

export async function getResourceTree(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  signal?: AbortSignal,
): Promise<ArgoResourceNode[]> {
  return parseResourceTree(
    await get(connection, key, z.unknown(), {
      below: ['resource-tree'],
      signal,
    }),
  );
}

export async function listResourceStates(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  signal?: AbortSignal,
): Promise<ArgoResourceState[]> {
  return get(connection, key, resourceStatesSchema, {
    below: ['managed-resources'],
    signal,
  });
}

export async function getResource(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  options: {
    resource: ArgoResourceRef & { version: string };
    signal?: AbortSignal;
  },
): Promise<JsonObject> {
  const { resource, signal } = options;
  const { group, version, kind, namespace, name } = resource;
  return get(connection, key, liveResourceSchema, {
    below: ['resource'],
    query: { group, version, kind, namespace, resourceName: name },
    signal,
  });
}

/**
 * A resource whose events are wanted.
 * @public
 */
export interface ArgoEventObject {
  uid: string;
  namespace?: string;
  name: string;
}

export async function listEvents(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  options: { resource?: ArgoEventObject; signal?: AbortSignal },
): Promise<ArgoEvent[]> {
  const { resource, signal } = options;
  return get(connection, key, eventsSchema, {
    below: ['events'],
    query: resource && {
      resourceUID: resource.uid,
      resourceNamespace: resource.namespace,
      resourceName: resource.name,
    },
    signal,
  });
}

async function get<T extends z.ZodType>(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  schema: T,
  call: Pick<UpstreamCall, 'query' | 'signal'> & { below?: string[] },
): Promise<z.output<T>> {
  const { below = [], query, signal } = call;
  return connection.get(schema, applicationPath(key, ...below), {
    query: { ...queryOf(key), ...query },
    signal,
  });
}
