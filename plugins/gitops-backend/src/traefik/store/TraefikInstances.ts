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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { durationToMilliseconds } from '@backstage/types';
import type { InstanceState } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  systemClock,
  type Clock,
  type TraefikConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { TraefikInstance } from './TraefikInstance';

/** The configured Traefiks. */
export class TraefikInstances {
  readonly #instances: TraefikInstance[];

  static create(options: {
    config: TraefikConfig;
    clock?: Clock;
    logger: LoggerService;
    /** Something that pages show has changed. */
    onChange: () => void;
  }): TraefikInstances {
    const { config, clock = systemClock, ...rest } = options;
    const intervalMs = durationToMilliseconds(config.pollInterval);
    return new TraefikInstances(
      config.instances.map(instance =>
        TraefikInstance.create({
          ...rest,
          config: instance,
          intervalMs,
          clock,
        }),
      ),
    );
  }

  private constructor(instances: TraefikInstance[]) {
    this.#instances = instances;
  }

  get all(): TraefikInstance[] {
    return this.#instances;
  }

  get names(): string[] {
    return this.#instances.map(({ config }) => config.name);
  }

  start(): void {
    this.#instances.forEach(instance => instance.start());
  }

  async stop(): Promise<void> {
    await Promise.all(this.#instances.map(instance => instance.stop()));
  }

  /** How every instance fares, for those who run them. */
  states(): InstanceState[] {
    return this.#instances.map(instance => instance.state());
  }
}
