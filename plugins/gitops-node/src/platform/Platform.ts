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

/**
 * Who alone may change the version that runs in an environment: CI's auto-merged pull requests, Argo CD Image Updater,
 * or promotion pull requests.
 * @public
 */
export type PlatformWriter = 'ci' | 'image-updater' | 'promotion';

/**
 * What connects the pods of services by mTLS: `features.mesh`.
 * @public
 */
export type PlatformMesh = 'linkerd' | 'istio' | 'none';

/**
 * One environment of the platform.
 * @public
 */
export interface PlatformEnvironment {
  name: string;
  /** A service answers at `<host>.<domain>`. */
  domain: string;
  /** Name of the destination in Argo CD. */
  cluster: string;
  writer: PlatformWriter;
  /** Registry and folder of the images here, where it is not that of the platform: promotion copies them to it. */
  registry?: string;
}

/**
 * What `platform.yaml`, at the root of a GitOps repository, says.
 * @public
 */
export interface Platform {
  organisation: string;
  /** The GitOps repository as Argo CD pulls it; the URL ends with `.git`. */
  repository: { url: string; branch: string };
  /** Registry and folder of the services' images, such as `ghcr.io/acme`. */
  registry: string;
  /** Runs until a service's CI has built its first image. */
  placeholderImage: { repository: string; tag: string };
  /** Where the External Secrets Operator reads the services' secrets. */
  secretStore: { kind: 'ClusterSecretStore' | 'SecretStore'; name: string };
  /** In promotion order. */
  environments: PlatformEnvironment[];
  /** Absent where `platform.yaml` says nothing about it: then nobody's choice is touched. */
  mesh?: PlatformMesh;
}
