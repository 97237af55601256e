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

import type { UpstreamCall } from '../upstream';
import { listSchema, nameSchema, resourcesSchema } from './answers';
import {
  LIST_FIELDS,
  NAME_FIELDS,
  RESOURCE_FIELDS,
  STREAM_FIELDS,
  VERSION_FIELDS,
} from './applicationFields';
import type { ArgoApplication, ArgoApplicationKey } from './ArgoApplication';
import { API, type ArgoCdConnection } from './ArgoCdConnection';
import { applicationSchema } from './parseApplication';
import { parseStreamLine, type ArgoStreamEvent } from './parseStreamLine';
import {
  parseManagedResources,
  type ArgoManagedResource,
} from './ResourceTree';

/**
 * The names of all Applications that the account may see.
 * @public
 */
export interface ArgoNameList {
  names: { namespace: string; name: string }[];
  /** Moves whenever any Application changes. */
  resourceVersion?: string;
}

export async function listNames(
  connection: ArgoCdConnection,
  signal?: AbortSignal,
): Promise<ArgoNameList> {
  const { items, resourceVersion } = await list(connection, NAME_FIELDS, {
    signal,
  });
  return {
    names: items.map(item => connection.read(nameSchema, item).metadata),
    resourceVersion,
  };
}

export async function listResourceVersion(
  connection: ArgoCdConnection,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const { resourceVersion } = await list(connection, VERSION_FIELDS, {
    signal,
  });
  return resourceVersion;
}

export async function listApplications(
  connection: ArgoCdConnection,
  signal?: AbortSignal,
): Promise<{ applications: ArgoApplication[]; resourceVersion?: string }> {
  const { items, resourceVersion } = await list(connection, LIST_FIELDS, {
    signal,
  });
  return {
    applications: items.map(item => connection.read(applicationSchema, item)),
    resourceVersion,
  };
}

export async function listManagedResources(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  signal?: AbortSignal,
): Promise<ArgoManagedResource[]> {
  // A single GET cannot be projected; a list of one can.
  const { items } = await list(connection, RESOURCE_FIELDS, {
    query: {
      name: key.name,
      appNamespace: key.namespace,
      projects: key.project,
    },
    signal,
  });
  const found = items
    .map(item => resourcesSchema.safeParse(item).data)
    .find(item => item?.metadata.name === key.name);
  return parseManagedResources(found?.status?.resources);
}

export async function streamApplications(
  connection: ArgoCdConnection,
  options: {
    signal: AbortSignal;
    onEvent: (event: ArgoStreamEvent) => void;
    onOpen?: () => void;
  },
): Promise<void> {
  const { signal, onEvent, onOpen } = options;
  await connection.stream(`${API}/stream/applications`, {
    query: { fields: STREAM_FIELDS },
    signal,
    onOpen,
    onLine: line => {
      const event = parseStreamLine(connection.upstream, line);
      if (event) {
        onEvent(event);
      } else {
        connection.notUnderstood('an event');
      }
    },
  });
}

async function list(
  connection: ArgoCdConnection,
  fields: string,
  call: UpstreamCall,
): Promise<{ items: unknown[]; resourceVersion?: string }> {
  const { items, metadata } = await connection.get(
    listSchema,
    `${API}/applications`,
    { ...call, query: { ...call.query, fields } },
  );
  return { items: items ?? [], resourceVersion: metadata?.resourceVersion };
}
