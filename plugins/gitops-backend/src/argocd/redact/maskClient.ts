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

import {
  UpstreamError,
  type ArgoCdClient,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { maskApplication } from './maskApplication';
import { maskMessages } from './maskMessages';
import type { Redactor } from './Redactor';

/** What can be asked of an Argo CD server. */
export type ArgoCdApi = Pick<ArgoCdClient, keyof ArgoCdClient>;

/**
 * Masks the prose in everything that an Argo CD server says, errors included: it may quote what it was given. So
 * neither an answer nor the log can hold it, whoever reads it.
 *
 * What is left as it came are manifests, sources and logs: `getResource`, `getSources`, `listResourceStates` and
 * `readLogs`. Whoever asks for these masks them as a whole.
 */
export function maskClient(client: ArgoCdApi, redactor: Redactor): ArgoCdApi {
  /** Errors alone. */
  const call = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      throw maskError(error, redactor);
    }
  };
  /** Errors, and all texts under the keys of messages. */
  const prose = async <T>(answer: Promise<T>): Promise<T> =>
    maskMessages(await call(answer), redactor);

  return {
    name: client.name,
    get circuit() {
      return client.circuit;
    },
    version: signal => call(client.version(signal)),
    listNames: signal => call(client.listNames(signal)),
    listResourceVersion: signal => call(client.listResourceVersion(signal)),
    listApplications: async signal => {
      const { applications, ...rest } = await call(
        client.listApplications(signal),
      );
      return {
        ...rest,
        applications: applications.map(app => maskApplication(app, redactor)),
      };
    },
    streamApplications: options =>
      call(
        client.streamApplications({
          ...options,
          onEvent: event =>
            options.onEvent({
              ...event,
              application: maskApplication(event.application, redactor),
            }),
        }),
      ),
    getApplication: async (key, signal) =>
      maskApplication(await call(client.getApplication(key, signal)), redactor),
    listApplicationSets: signal => prose(client.listApplicationSets(signal)),
    listClusters: signal => call(client.listClusters(signal)),
    getResourceTree: (key, signal) =>
      prose(client.getResourceTree(key, signal)),
    listManagedResources: (key, signal) =>
      prose(client.listManagedResources(key, signal)),
    listEvents: (key, resource, signal) =>
      prose(client.listEvents(key, resource, signal)),
    getSyncWindows: (key, signal) => prose(client.getSyncWindows(key, signal)),
    getRevisionMetadata: (key, revision, options) =>
      prose(client.getRevisionMetadata(key, revision, options)),
    getChartDetails: (key, revision, options) =>
      prose(client.getChartDetails(key, revision, options)),
    getOciMetadata: (key, revision, options) =>
      prose(client.getOciMetadata(key, revision, options)),
    getOperation: (key, signal) => prose(client.getOperation(key, signal)),
    refresh: (key, mode, signal) => call(client.refresh(key, mode, signal)),
    sync: (key, request, signal) => call(client.sync(key, request, signal)),
    terminate: (key, signal) => call(client.terminate(key, signal)),
    getSources: (key, signal) => call(client.getSources(key, signal)),
    listResourceStates: (key, signal) =>
      call(client.listResourceStates(key, signal)),
    getResource: (key, resource, signal) =>
      call(client.getResource(key, resource, signal)),
    readLogs: (key, request, signal) =>
      call(client.readLogs(key, request, signal)),
    close: () => client.close(),
  };
}

/** The stack quotes the message. */
function maskError(error: unknown, redactor: Redactor): unknown {
  if (error instanceof UpstreamError) {
    const message = redactor.text(error.message);
    error.stack = error.stack?.replace(error.message, () => message);
    error.message = message;
  }
  return error;
}
