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

import { JsonFile } from '../JsonFile';
import type { LiveResource } from './cluster';
import { newSessionState, type SessionState } from './http';
import type { LoadState } from './load';
import type { ApplicationLogEvent } from './store';
import type { Application, ApplicationSet, AppProject } from './types';

const SAVE_AFTER_MS = 200;

/** After an unclean end, versions that clients have seen since the last save must not be given out again. */
const VERSION_GAP = 10_000;

/** Everything of an Argo CD that outlives a restart. */
export interface ArgoSnapshot {
  resourceVersion: number;
  applications: Application[];
  projects: AppProject[];
  applicationSets: ApplicationSet[];
  resources: LiveResource[];
  events: Record<string, ApplicationLogEvent[]>;
  sessions: SessionState;
  load: LoadState;
}

/** Keeps the state of an Argo CD in a file, written some time after the last change and at the end. */
export class ArgoState {
  readonly #file: JsonFile<ArgoSnapshot>;
  #timer: NodeJS.Timeout | undefined;
  #collect: () => ArgoSnapshot;

  static async open(path: string): Promise<ArgoState> {
    const file = await JsonFile.open<ArgoSnapshot>(path, {
      resourceVersion: 100,
      applications: [],
      projects: [],
      applicationSets: [],
      resources: [],
      events: {},
      sessions: newSessionState(),
      load: { fills: [], patched: [] },
    });
    return new ArgoState(file);
  }

  private constructor(file: JsonFile<ArgoSnapshot>) {
    this.#file = file;
    this.#collect = () => file.value;
  }

  /** As it was when the file was last written. */
  get snapshot(): ArgoSnapshot {
    const { value } = this.#file;
    return value.applications.length > 0
      ? { ...value, resourceVersion: value.resourceVersion + VERSION_GAP }
      : value;
  }

  /** From where the state is taken when it is written. */
  collectWith(collect: () => ArgoSnapshot): void {
    this.#collect = collect;
  }

  /** Something has changed. */
  touch(onError: (error: unknown) => void): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.save().catch(onError);
    }, SAVE_AFTER_MS);
  }

  async save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#file.value = this.#collect();
    await this.#file.save();
  }
}
