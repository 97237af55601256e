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

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { GitOpsRepository } from './GitOpsRepository';

/**
 * Gives access to the repositories of one kind of host.
 * @public
 */
export interface GitOpsRepositoryProvider {
  /** Whether the repository lives on a host that this provider is configured for. */
  supports(url: string): boolean;
  /** `token` stands for a person who acts, instead of the configured credentials. */
  create(url: string, options?: { token?: string }): GitOpsRepository;
}

/**
 * Adds providers beside GitHub; those that are added are asked first.
 * @public
 */
export interface GitOpsRepositoryProvidersExtensionPoint {
  addProvider(provider: GitOpsRepositoryProvider): void;
}

/**
 * Where modules of the `gitops` plugin add access to Git hosts other than GitHub.
 * @public
 */
export const gitOpsRepositoryProvidersExtensionPoint =
  createExtensionPoint<GitOpsRepositoryProvidersExtensionPoint>({
    id: 'gitops.repository-providers',
  });

/**
 * The same for the scaffolder's actions: an extension point belongs to one plugin.
 * @public
 */
export const scaffolderGitOpsRepositoryProvidersExtensionPoint =
  createExtensionPoint<GitOpsRepositoryProvidersExtensionPoint>({
    id: 'scaffolder.gitops-repository-providers',
  });
