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

import type {
  EntityApplications,
  EntityRoutes,
  EntitySecrets,
  RecordedDeployment,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type {
  GitOpsEnvironment,
  PlatformWriter,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { SourceVersion } from '../../argocd/version/VersionFileReader';
import type { CommitsBetween } from '../../git/SourceCommits';
import type { Part } from './Part';

/** What Git says of the version of one Application. */
export interface GitVersions {
  /** At the commit that Argo CD compares the cluster with. */
  desired: SourceVersion;
  /** At the commit that was deployed last. */
  deployed: SourceVersion;
}

/** Where the service is built from. */
export interface SourceRepository {
  url: string;
  /** The page of a commit, where the host has one. */
  commitUrl(revision: string): string | undefined;
  /** The page that compares two commits, where the host has one. */
  compareUrl(base: string, head: string): string | undefined;
}

/** An Argo Rollout that was given up: the stable version serves, and Git still names the other. */
export interface AbortedRollout {
  name: string;
  abortedAt?: string;
  /** The images that Git names. */
  images: string[];
}

/** Everything that the delivery of an entity is joined from. */
export interface DeliveryFacts {
  entityRef: string;
  /** In promotion order. */
  environments: Pick<GitOpsEnvironment, 'name' | 'aliases'>[];
  applications: Part<EntityApplications>;
  secrets: Part<EntitySecrets>;
  routes: Part<EntityRoutes>;
  /** Newest first. */
  deployments: Part<RecordedDeployment[]>;
  /** Whether a GitOps repository is configured. */
  gitConfigured: boolean;
  /** By `applicationKey`. */
  versions: ReadonlyMap<string, GitVersions>;
  /** By environment in which no Application was found: what Git has of the service there. */
  elsewhere: ReadonlyMap<string, SourceVersion>;
  /** By `applicationKey`. */
  abortedRollouts: ReadonlyMap<string, AbortedRollout[]>;
  /** Who alone writes the version of an environment, by its name; what is not known is left out. */
  writers: ReadonlyMap<string, PlatformWriter>;
  sourceRepository?: SourceRepository;
  commitsBetween(base: string, head: string): CommitsBetween;
  /** Where the entity's annotations are edited. */
  editUrl?: string;
  /** In milliseconds since 1970. */
  now: number;
}
