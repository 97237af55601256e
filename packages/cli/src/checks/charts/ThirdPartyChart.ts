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

/** A sub-chart as a chart depends on it. @internal */
export interface ChartDependency {
  /** The directory it lies in. */
  name: string;
  /** The key its values stand below. */
  key: string;
  /** Paths of values that switch it on, first one wins. */
  conditions: string[][];
}

/**
 * What is known of a third-party chart without its templates.
 *
 * @internal
 */
export interface ThirdPartyChart {
  name: string;
  directory: string;
  version: string;
  repository?: string;
  alternativeRepository?: string;
  dependencies: ChartDependency[];
  /** As published. */
  values: Record<string, unknown>;
  schema?: Record<string, unknown>;
  /** Paths that the templates read though the values do not name them. */
  unlisted: string[][];
  /** Paths of maps that the templates also read as a whole. */
  whole: string[][];
}
