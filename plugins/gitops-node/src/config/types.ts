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

import type { HumanDuration } from '@backstage/types';

/**
 * One step of the promotion order.
 * @public
 */
export interface GitOpsEnvironment {
  name: string;
  /** Other names that destination namespaces end with. */
  aliases: string[];
  /** Argo CD destination names (or server URLs) that belong to this environment alone. */
  clusters: string[];
}

/**
 * Where the version that runs is written in the files of a service.
 * @public
 */
export interface GitOpsVersionLocation {
  kind: 'helm-values' | 'kustomize-images';
  /** Path of the file inside the service's folder. */
  file: string;
  /** Dotted paths inside that file; the first is the tag. */
  paths: string[];
}

/**
 * A repository that Argo CD deploys from, and its layout.
 * @public
 */
export interface GitOpsRepositoryConfig {
  /** Without a `.git` suffix, as a browser would open it. */
  url: string;
  branch: string;
  /** Folder of a service, with `{environment}` and `{service}`. */
  path: string;
  version: GitOpsVersionLocation;
}

/**
 * How to authenticate against Argo CD.
 * @public
 */
export type ArgoCdAuth =
  | { type: 'token'; token: string }
  | { type: 'tokenFile'; tokenFile: string }
  | { type: 'password'; username: string; password: string };

/**
 * One Argo CD server.
 * @public
 */
export interface ArgoCdInstanceConfig {
  name: string;
  /** What the backend calls, without a trailing slash. */
  url: string;
  /** What links point to, without a trailing slash. */
  frontendUrl: string;
  auth: ArgoCdAuth;
  headers: Record<string, string>;
  tls?: { caFile?: string };
  /** What it is called through, with user and password where the proxy needs them. */
  proxy?: { url: string };
  timeout: HumanDuration;
}

/**
 * Ties Applications to entities without an annotation on the Application.
 * All the fields that a rule has must match.
 * @public
 */
export interface GitOpsBindingRule {
  /** AppProject name; `{name}`, `{namespace}`, `{owner}` and `{system}` stand for the entity's own. */
  project?: string;
  /** Source repository URL, with the same placeholders. */
  repository?: string;
  /** Destination namespace, with the same placeholders. */
  destinationNamespace?: string;
}

/**
 * The `gitops` section of the configuration, read once.
 * @public
 */
export interface GitOpsConfig {
  /** In promotion order. */
  environments: GitOpsEnvironment[];
  /** The label of an Application that names its environment. */
  environmentLabel: string;
  repositories: GitOpsRepositoryConfig[];
  operations: { enabled: boolean };
  bindings: { mode: 'claim' | 'strict'; rules: GitOpsBindingRule[] };
  argocd: { instances: ArgoCdInstanceConfig[] };
  /** Command-line tools that may be used where they are configured. */
  tools: { helm?: string };
}
