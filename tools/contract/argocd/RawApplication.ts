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

/** What a status says it is at: `revision` with one source, `revisions` with more. */
export type Revisions = { revision?: string; revisions?: string[] };

type Source = { repoURL: string };

/** An Application as Argo CD answers it, as far as the suite looks at it and where nothing is projected away. */
export type RawApplication = {
  metadata: {
    name: string;
    namespace: string;
    uid: string;
    resourceVersion: string;
    creationTimestamp: string;
    labels: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: { kind: string; name: string; controller?: boolean }[];
  };
  spec: {
    project: string;
    source?: Source;
    sources?: Source[];
    destination: { server?: string; name?: string };
  };
  status: {
    sync: { status: string } & Revisions;
    health: { status: string };
    summary: { images: string[] };
    conditions?: { type: string; message: string }[];
    history: Array<
      { id: number; deployedAt: string; deployStartedAt: string } & Revisions
    >;
    operationState: {
      phase: string;
      message: string;
      finishedAt: string;
      operation: RawOperation;
      syncResult?: Revisions & { resources?: RawResult[] };
    };
    resources: Array<{
      kind: string;
      version: string;
      name: string;
      status?: string;
      requiresPruning?: boolean;
    }>;
  };
  operation?: RawOperation;
};

/** What was asked for. */
export type RawOperation = {
  sync: {
    dryRun?: boolean;
    prune?: boolean;
    resources?: { kind: string; name: string; namespace?: string }[];
    syncStrategy?: {
      apply?: { force?: boolean };
      hook?: { force?: boolean };
    };
  };
  info?: { name: string; value: string }[];
  initiatedBy: { username?: string; automated?: boolean };
};

/** What a sync did to a resource. */
export type RawResult = {
  kind: string;
  name: string;
  status?: string;
  message?: string;
  hookType?: string;
  hookPhase?: string;
  syncPhase?: string;
};

export type ApplicationList = {
  metadata: { resourceVersion: string };
  /** Nothing there is null, not an empty list. */
  items: RawApplication[] | null;
};

/** The commit, where there are several sources the last one's: that of the repository with the values. */
export function revisionOf({ revision, revisions }: Revisions): string {
  return revision ?? revisions?.at(-1) ?? '';
}
