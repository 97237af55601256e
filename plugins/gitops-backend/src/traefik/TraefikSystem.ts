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
import type {
  GitOpsConfig,
  GitOpsRedactRules,
  TraefikConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdSystem } from '../argocd/ArgoCdSystem';
import { Redactor } from '../argocd/redact/Redactor';
import type { ApplicationStore } from '../argocd/store';
import type { EntitySignals } from '../signals/EntitySignals';
import { LiveBackends } from './backends/LiveBackends';
import { EntityRoutesReader } from './EntityRoutesReader';
import { TraefikInstances } from './store/TraefikInstances';

/** Traefik as this plugin reads it: the instances, what is known of them, and what answers requests. */
export class TraefikSystem {
  readonly routes: EntityRoutesReader;
  readonly #instances: TraefikInstances;
  readonly #backends: LiveBackends;

  static create(options: {
    config: Pick<GitOpsConfig, 'bindings'>;
    traefik: TraefikConfig;
    argocd: Pick<ArgoCdSystem, 'applied' | 'instances' | 'readers'>;
    store: ApplicationStore;
    signals: EntitySignals;
    /** What is masked of rules beside what looks like a credential anyway. */
    redact: GitOpsRedactRules;
    logger: LoggerService;
  }): TraefikSystem {
    const { argocd, config, traefik, store, signals, redact, logger } = options;
    const redactor = Redactor.create({ rules: redact, logger });
    const instances = TraefikInstances.create({
      config: traefik,
      logger,
      onChange: () => signals.changed(),
    });
    const backends = LiveBackends.create({
      instances: argocd.instances,
      logger,
      onArrival: app => signals.applicationChanged(store.lineageOf(app)),
    });
    const routes = EntityRoutesReader.create({
      instances,
      claimed: argocd.readers.claimed,
      applied: argocd.applied,
      backends,
      signals,
      mask: {
        value: (name, value) => redactor.parameter(name, value).value,
        text: text => redactor.text(text),
      },
      certificateWarningMs: durationToMilliseconds(traefik.certificateWarning),
      strict: config.bindings.mode === 'strict',
    });
    return new TraefikSystem(routes, instances, backends);
  }

  private constructor(
    routes: EntityRoutesReader,
    instances: TraefikInstances,
    backends: LiveBackends,
  ) {
    this.routes = routes;
    this.#instances = instances;
    this.#backends = backends;
  }

  /** How every instance fares, for those who run them. */
  states(): InstanceState[] {
    return this.#instances.states();
  }

  start(): void {
    this.#instances.start();
  }

  async stop(): Promise<void> {
    this.#backends.stop();
    await this.#instances.stop();
  }
}
