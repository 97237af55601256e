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

import type { Band } from './bands';

/**
 * A difference between Git and the cluster that is none: Argo CD ignores it.
 * @public
 */
export interface IgnoredDifference {
  group: string;
  kind: string;
  jqPathExpressions?: string[];
  jsonPointers?: string[];
  why: string;
}

/**
 * A Secret that something of an add-on names and nothing of ours creates.
 * @public
 */
export interface NeededSecret {
  name: string;
  namespace: string;
  /** Who makes it, in words. */
  from: string;
}

/**
 * The third-party chart of an add-on.
 * @public
 */
export interface AddOnChart {
  /** `https://…` or `oci://…`. */
  repository: string;
  name: string;
  version: string;
  appVersion?: string;
  /** Name below `--charts DIR`. */
  directory: string;
  releaseName: string;
}

/**
 * What `infrastructure/<add-on>/addon.yaml` says, with what it leaves out.
 * @public
 */
export interface AddOn {
  name: string;
  description: string;
  /** Each switch must have one of the options; empty: always. */
  when: Readonly<Record<string, readonly string[]>>;
  chart?: AddOnChart;
  /** Where the chart goes. */
  namespace: string;
  /** Further ones that it writes to. */
  namespaces: string[];
  podSecurity: 'restricted' | 'baseline' | 'privileged';
  band: Band;
  /** API groups whose CRDs come with it. */
  crds: string[];
  /** Add-ons that must be there too. */
  needs: string[];
  /** Helm parameter → annotation of Argo CD's cluster Secret. */
  handOff: Readonly<Record<string, string>>;
  links: Readonly<Record<string, string>>;
  secrets: NeededSecret[];
  ignoreDifferences: IgnoredDifference[];
  /** Kinds of the whole cluster that the chart makes, beyond those that charts usually make. */
  clusterResources: { group: string; kind: string }[];
}
