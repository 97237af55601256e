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

import { isDeepStrictEqual } from 'node:util';
import {
  applicationSetStatus,
  generateApplications,
  knownClusters,
} from '../applicationSets';
import { formatTime, identityOf } from '../cluster';
import {
  CONTROL_PLANE_NAMESPACE,
  instanceName,
  parseInstanceName,
} from '../store';
import type { ApplicationSet, KubernetesObject } from '../types';
import { hasSyncOption } from './hooks';
import {
  type ApplicationManifest,
  appliedMetadata,
  emptyStatus,
} from './newApplication';
import type { Platform } from './Platform';
import { readApplicationSpec } from './readApplicationSpec';

const FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/** What the rest of the controller does when objects of Argo CD's own kinds come and go. */
export interface ControlPlaneListener {
  /** An Application, by its instance name, is new, or wants something else. */
  onApplicationChanged(instance: string): void;
  onProjectChanged(name: string): void;
  /** An Application is to go, together with its resources. */
  onApplicationDeleting(instance: string): void;
}

function controlPlaneKind(manifest: KubernetesObject): string | undefined {
  const { group, kind, namespace } = identityOf(manifest);
  const anywhere = kind === 'Application';
  return group === 'argoproj.io' &&
    (anywhere || namespace === CONTROL_PLANE_NAMESPACE)
    ? kind
    : undefined;
}

function ownerReference({ metadata }: ApplicationSet) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    name: metadata.name,
    uid: metadata.uid ?? '',
    controller: true,
    blockOwnerDeletion: true,
  };
}

const isOwnedBy = (
  metadata: { ownerReferences?: { uid: string }[] },
  set: ApplicationSet,
) =>
  metadata.ownerReferences?.some(({ uid }) => uid === set.metadata.uid) ??
  false;

/**
 * Writes to the cluster. A manifest of an Application, or of an AppProject or ApplicationSet in Argo CD's own
 * namespace, also becomes one: that is how an app of apps works.
 */
export class ControlPlane {
  readonly #platform: Platform;
  readonly #listener: ControlPlaneListener;

  constructor(platform: Platform, listener: ControlPlaneListener) {
    this.#platform = platform;
    this.#listener = listener;
  }

  /** Throws `InputError` for an Application that does not fit its schema; nothing is applied then. */
  apply(manifest: KubernetesObject): void {
    const kind = controlPlaneKind(manifest);
    const spec =
      kind === 'Application' ? readApplicationSpec(manifest) : undefined;
    this.#platform.cluster.apply(manifest);
    const live = this.#platform.cluster.get(identityOf(manifest));
    const created = {
      uid: live?.uid ?? '',
      at: live?.creationTimestamp ?? this.#at(),
    };
    if (spec) {
      this.#applyApplication({ metadata: manifest.metadata, spec }, created);
    } else if (kind === 'AppProject') {
      if (this.#platform.projects.apply(manifest, created)) {
        this.#listener.onProjectChanged(manifest.metadata.name);
      }
    } else if (kind === 'ApplicationSet') {
      this.#generate(this.#platform.applicationSets.apply(manifest, created));
    }
  }

  /** Takes a resource away. An Application with its finalizer goes when its own resources have gone. */
  delete(manifest: KubernetesObject): void {
    this.#platform.cluster.delete(identityOf(manifest));
    const { name } = manifest.metadata;
    switch (controlPlaneKind(manifest)) {
      case 'Application':
        this.deleteApplication(instanceName(manifest.metadata));
        break;
      case 'AppProject':
        if (this.#platform.projects.remove(name)) {
          this.#listener.onProjectChanged(name);
        }
        break;
      case 'ApplicationSet':
        this.#deleteSet(name);
        break;
      default:
    }
  }

  /** Deletes an Application that somebody wants gone, with these finalizers instead of its own. */
  removeApplication(instance: string, options: { finalizers: string[] }): void {
    const { applications, cluster } = this.#platform;
    applications.update(instance, before => ({
      ...before,
      metadata: { ...before.metadata, finalizers: options.finalizers },
    }));
    cluster.delete({
      group: 'argoproj.io',
      kind: 'Application',
      ...parseInstanceName(instance),
    });
    this.deleteApplication(instance);
  }

  deleteApplication(instance: string): void {
    const { applications } = this.#platform;
    const application = applications.get(instance);
    if (!application || application.metadata.deletionTimestamp) {
      return;
    }
    const cascades = application.metadata.finalizers?.some(
      one => one === FINALIZER || one.startsWith(`${FINALIZER}/`),
    );
    if (!cascades) {
      this.#remove(instance);
      return;
    }
    const deletionTimestamp = this.#at();
    applications.update(instance, before => ({
      ...before,
      metadata: {
        ...before.metadata,
        deletionTimestamp,
        deletionGracePeriodSeconds: 0,
      },
    }));
    this.#listener.onApplicationDeleting(instance);
  }

  /** Deletes the resources of an Application that is going, and then itself. */
  finalize(instance: string): void {
    const { cluster } = this.#platform;
    for (const { applied } of cluster.ownedBy(instance)) {
      if (!hasSyncOption(applied, 'Delete=false')) {
        this.delete(applied);
      }
    }
    this.#remove(instance);
    const wantedAgain = cluster.get({
      group: 'argoproj.io',
      kind: 'Application',
      ...parseInstanceName(instance),
    });
    if (wantedAgain) {
      this.apply(wantedAgain.applied);
    }
  }

  #applyApplication(
    manifest: ApplicationManifest,
    created: { uid: string; at: string },
  ): void {
    const { applications } = this.#platform;
    const instance = instanceName(manifest.metadata);
    const before = applications.get(instance);
    const metadata = appliedMetadata(before?.metadata, manifest, created);
    const { spec } = manifest;
    if (!before) {
      applications.add({ metadata, spec, status: emptyStatus() });
      this.#listener.onApplicationChanged(instance);
    } else if (
      !isDeepStrictEqual([before.metadata, before.spec], [metadata, spec])
    ) {
      applications.update(instance, application => ({
        ...application,
        metadata,
        spec,
      }));
      this.#listener.onApplicationChanged(instance);
    }
  }

  #generate(set: ApplicationSet): void {
    const { applications, applicationSets, cluster } = this.#platform;
    const { preserveResourcesOnDeletion, applicationsSync = 'sync' } =
      set.spec.syncPolicy ?? {};
    const generated = generateApplications(set, knownClusters(cluster));
    const names: string[] = [];
    let problem = 'problem' in generated ? generated.problem : undefined;
    for (const { name, value } of 'problem' in generated
      ? []
      : generated.applications) {
      try {
        const { metadata, spec } = value as KubernetesObject;
        this.#applyApplication(
          {
            metadata: {
              ...(preserveResourcesOnDeletion
                ? {}
                : { finalizers: [FINALIZER] }),
              ...metadata,
              name,
              namespace: CONTROL_PLANE_NAMESPACE,
            },
            spec: readApplicationSpec({ metadata: { name }, spec }),
            ownerReferences: [ownerReference(set)],
          },
          { uid: '', at: this.#at() },
        );
        names.push(name);
      } catch (error) {
        problem = error instanceof Error ? error.message : String(error);
      }
    }
    if (!problem && ['sync', 'create-delete'].includes(applicationsSync)) {
      for (const { metadata } of applications.list()) {
        if (isOwnedBy(metadata, set) && !names.includes(metadata.name)) {
          this.deleteApplication(metadata.name);
        }
      }
    }
    const at = this.#at();
    applicationSets.setStatus(
      set.metadata.name,
      applicationSetStatus({ names, problem, at }),
    );
  }

  #deleteSet(name: string): void {
    const { applications, applicationSets } = this.#platform;
    const set = applicationSets.get(name);
    if (set) {
      applicationSets.remove(name);
      for (const { metadata } of applications.list()) {
        if (isOwnedBy(metadata, set)) {
          this.deleteApplication(metadata.name);
        }
      }
    }
  }

  #remove(instance: string): void {
    this.#platform.applications.remove(instance);
    this.#platform.events.forget(instance);
    this.#platform.renderer.forget(instance);
  }

  #at(): string {
    return formatTime(this.#platform.now());
  }
}

/** A manifest as somebody applies it by hand: in Argo CD's namespace where it names none, and tracked by nothing. */
export function inControlPlaneNamespace(
  manifest: KubernetesObject,
): KubernetesObject {
  return {
    ...manifest,
    metadata: {
      ...manifest.metadata,
      namespace: manifest.metadata.namespace ?? CONTROL_PLANE_NAMESPACE,
    },
  };
}
