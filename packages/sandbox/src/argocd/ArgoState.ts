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
