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
 * What the wizard asks of a service, checked.
 * @public
 */
export interface ServiceRequest {
  /** DNS label, at most 40 characters. */
  name: string;
  /** Entity reference of the component, `component:default/<name>`. */
  entityRef: string;
  /** Entity reference of the owner. */
  owner: string;
  description?: string;
  system?: string;
  /** Names of configured environments, in promotion order. */
  environments: string[];
  /** DNS label; the platform's domain of each environment is appended. Without it there is no route. */
  host?: string;
  port: number;
  replicas: number;
  size: 'small' | 'medium' | 'large';
  /** Names of the secrets that the service wants; values never pass through here. */
  secrets: string[];
  /** The platform's golden chart, or the service's own in its repository. */
  chart: 'platform' | 'own';
  /** URL of the service's repository, without `.git`. */
  repositoryUrl: string;
}

/**
 * A file that a plan writes, and what that changes.
 * @public
 */
export interface PlannedFile {
  path: string;
  content: string;
  change: 'added' | 'modified' | 'unchanged';
}
