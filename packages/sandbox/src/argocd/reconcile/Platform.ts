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
import type { ApplicationSetStore } from '../applicationSets';
import type { Cluster, HealthClock } from '../cluster';
import type { ProjectStore } from '../projects';
import type {
  ChartRepositories,
  Renderer,
  SourceRepositories,
} from '../render';
import type { ApplicationStore, EventLog } from '../store';
import type { Timing } from './Timing';

/** Everything that one Argo CD consists of. */
export interface Platform {
  applications: ApplicationStore;
  projects: ProjectStore;
  applicationSets: ApplicationSetStore;
  cluster: Cluster;
  events: EventLog;
  repositories: SourceRepositories;
  charts: ChartRepositories;
  renderer: Renderer;
  timing: Timing;
  now: () => Date;
  logger: LoggerService;
}

/** The moment that healths are judged at. */
export function healthClock({ now, timing }: Platform): HealthClock {
  return { now: now().getTime(), progressing: timing.progressing };
}
