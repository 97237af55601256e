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

/** One source of an Application that keeps to the schema. */
export interface ApplicationSource {
  repoURL: string;
  path?: string;
  targetRevision?: string;
  ref?: string;
  helm?: { releaseName?: string; valueFiles?: string[] };
}

/** An Application that keeps to the schema, as far as it is looked at. */
export interface Application {
  metadata: {
    name: string;
    namespace: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: {
    project: string;
    source?: ApplicationSource;
    sources?: ApplicationSource[];
    destination: { name?: string; server?: string; namespace: string };
  };
}

/** The sources of an Application, however many it has. */
export function sourcesOf(application: Application): ApplicationSource[] {
  return (
    application.spec.sources ??
    [application.spec.source].flatMap(source => source ?? [])
  );
}
