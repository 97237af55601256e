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

import { z } from 'zod';
import { pathOf, UpstreamError } from '../upstream';
import type { ArgoApplicationKey } from './ArgoApplication';
import { API, type ArgoCdConnection } from './ArgoCdConnection';
import { applicationPath, queryOf } from './applicationPath';
import { describeWindows } from './describeWindows';
import { flag, listOf, text, texts } from './tolerant';

/**
 * A time in which an AppProject allows or denies syncs.
 * @public
 */
export interface ArgoSyncWindow {
  kind: 'allow' | 'deny';
  /** When it begins, in cron's notation. */
  schedule: string;
  /** How long it lasts, such as `1h30m`. */
  duration: string;
  /** The zone of the schedule. Argo CD takes UTC where none is set; absent, too, where the project may not be read. */
  timeZone?: string;
  /** Whether people may sync in a window that denies, or outside of one that allows. */
  manualSync: boolean;
  /** Patterns of what it applies to. Empty, too, where the project may not be read. */
  applications: string[];
  namespaces: string[];
  clusters: string[];
  description?: string;
}

/**
 * @public
 */
export interface ArgoSyncWindows {
  /** Whether a person may sync now. */
  canSync: boolean;
  /** Those of `assigned` that are open now. */
  active: ArgoSyncWindow[];
  /** All that apply to the Application. */
  assigned: ArgoSyncWindow[];
}

const windowSchema = z.object({
  kind: z.enum(['allow', 'deny']),
  schedule: z.string(),
  duration: z.string(),
  timeZone: text,
  manualSync: flag.transform(value => value === true),
  applications: texts,
  namespaces: texts,
  clusters: texts,
  description: text,
});

const answerSchema = z.object({
  canSync: z.boolean(),
  activeWindows: listOf(windowSchema),
  assignedWindows: listOf(windowSchema),
});

const projectSchema = z.object({
  spec: z.object({ syncWindows: listOf(windowSchema) }).catch({
    syncWindows: [],
  }),
});

/** The sync windows of an Application, with what only its project says of them where the account may read that. */
export async function getSyncWindows(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  signal?: AbortSignal,
): Promise<ArgoSyncWindows> {
  const answer = await connection.json(applicationPath(key, 'syncwindows'), {
    query: queryOf(key),
    signal,
  });
  const { canSync, activeWindows, assignedWindows } = connection.read(
    answerSchema,
    answer,
  );
  const known =
    assignedWindows.length > 0
      ? await listProjectWindows(connection, key.project, signal)
      : [];
  const assigned = describeWindows(assignedWindows, known);
  return {
    canSync,
    assigned,
    active: describeWindows(activeWindows, assigned),
  };
}

async function listProjectWindows(
  connection: ArgoCdConnection,
  project: string,
  signal?: AbortSignal,
): Promise<ArgoSyncWindow[]> {
  try {
    const answer = await connection.json(`${API}/projects${pathOf(project)}`, {
      signal,
    });
    return connection.read(projectSchema, answer).spec.syncWindows;
  } catch (error) {
    // The windows matter more than their descriptions.
    if (error instanceof UpstreamError) {
      return [];
    }
    throw error;
  }
}
