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

/** Something in a manifest that its schema refuses. @internal */
export interface Violation {
  path: (string | number)[];
  message: string;
}

/**
 * What is known of one kind in one version.
 *
 * @internal
 */
export interface KindSchema {
  /** Where it comes from, for messages. */
  origin: string;
  /** Absent where the source does not say. */
  scope?: 'Namespaced' | 'Cluster';
  validate(manifest: Record<string, unknown>): Violation[];
}

/** That a kind is known, but not in the version asked for. @internal */
export interface UnservedKind {
  origin: string;
  served: string[];
}

/** Whether the answer of a source is that the version is not served. @internal */
export function isUnserved(
  found: KindSchema | UnservedKind,
): found is UnservedKind {
  return 'served' in found;
}

/**
 * Somewhere that schemas come from.
 *
 * @internal
 */
export interface SchemaSource {
  find(
    apiVersion: string,
    kind: string,
  ): Promise<KindSchema | UnservedKind | undefined>;
}
