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

import { randomUUID } from 'node:crypto';
import type { Application } from '../types';
import { instanceName } from './instanceName';
import type { VersionCounter } from './VersionCounter';

const KEPT_PER_APPLICATION = 25;

/** A Kubernetes event about an Application, as the API serves it. */
export interface ApplicationLogEvent {
  metadata: {
    name: string;
    namespace: string;
    uid: string;
    resourceVersion: string;
    creationTimestamp: string;
    annotations: Record<string, string>;
  };
  involvedObject: Record<string, string | undefined>;
  reason: string;
  message: string;
  source: { component: string };
  firstTimestamp: string;
  lastTimestamp: string;
  count: number;
  type: 'Normal' | 'Warning';
  eventTime: null;
}

/** The last events of each Application, oldest first. */
export class EventLog {
  readonly #versions: VersionCounter;
  readonly #events: Map<string, ApplicationLogEvent[]>;
  #serial = 0;

  constructor(
    versions: VersionCounter,
    events: Record<string, ApplicationLogEvent[]> = {},
  ) {
    this.#versions = versions;
    this.#events = new Map(Object.entries(events));
  }

  record(
    application: Application,
    event: {
      reason: string;
      message: string;
      type?: 'Normal' | 'Warning';
      component?: string;
      at: string;
    },
  ): void {
    const { metadata, spec } = application;
    this.#serial += 1;
    const stamp = (Date.parse(event.at) * 1e6 + this.#serial).toString(16);
    const entry: ApplicationLogEvent = {
      metadata: {
        name: `${metadata.name}.${stamp}`,
        namespace: metadata.namespace,
        uid: randomUUID(),
        resourceVersion: this.#versions.next(),
        creationTimestamp: event.at,
        annotations: {
          'dest-namespace': spec.destination.namespace ?? '',
          'dest-server': 'https://kubernetes.default.svc',
        },
      },
      involvedObject: {
        kind: 'Application',
        namespace: metadata.namespace,
        name: metadata.name,
        uid: metadata.uid,
        apiVersion: 'argoproj.io/v1alpha1',
        resourceVersion: metadata.resourceVersion,
      },
      reason: event.reason,
      message: event.message,
      source: { component: event.component ?? 'argocd-application-controller' },
      firstTimestamp: event.at,
      lastTimestamp: event.at,
      count: 1,
      type: event.type ?? 'Normal',
      eventTime: null,
    };
    const instance = instanceName(metadata);
    const all = [...(this.#events.get(instance) ?? []), entry];
    this.#events.set(instance, all.slice(-KEPT_PER_APPLICATION));
  }

  list(instance: string): ApplicationLogEvent[] {
    return this.#events.get(instance) ?? [];
  }

  forget(instance: string): void {
    this.#events.delete(instance);
  }

  /** What is to be kept over a restart. */
  toState(): Record<string, ApplicationLogEvent[]> {
    return Object.fromEntries(this.#events);
  }
}
