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
import type {
  ArgoCdClient,
  Clock,
  EmptyListDoubt,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { ApplicationStore } from './ApplicationStore';
import type { DetailsBacklog } from './DetailsBacklog';
import type { WatcherTiming } from './watcherTiming';

/** What a watcher needs of the client. */
export type WatchedClient = Pick<
  ArgoCdClient,
  | 'name'
  | 'circuit'
  | 'version'
  | 'listNames'
  | 'listResourceVersion'
  | 'listApplications'
  | 'getApplication'
  | 'streamApplications'
>;

/** What the ways of reading an instance share. */
export interface WatchContext {
  client: WatchedClient;
  store: ApplicationStore;
  backlog: DetailsBacklog;
  doubt: EmptyListDoubt;
  logger: LoggerService;
  clock: Clock;
  timing: WatcherTiming;
  /** The instance has answered. */
  onAnswer: () => void;
  /** Everything there is has been read. */
  onComplete: () => void;
  /** The instance has not answered, or not with what was asked for. */
  onFailure: (error: unknown) => void;
}
