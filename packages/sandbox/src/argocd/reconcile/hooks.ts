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

import type { KubernetesObject } from '../types';

const HELM_PHASES: Record<string, string> = {
  'pre-install': 'PreSync',
  'pre-upgrade': 'PreSync',
  'post-install': 'PostSync',
  'post-upgrade': 'PostSync',
};

/** When a manifest is run as a hook instead of being kept; `undefined` for a plain resource. */
export function hookTypesOf(manifest: KubernetesObject): string[] | undefined {
  const annotations = manifest.metadata.annotations ?? {};
  const own = annotations['argocd.argoproj.io/hook'];
  const helm = annotations['helm.sh/hook'];
  const names = (own ?? helm)?.split(',').map(name => name.trim());
  if (!names || names.includes('crd-install')) {
    return undefined;
  }
  const types = own ? names : names.map(name => HELM_PHASES[name] ?? 'Skip');
  return [...new Set(types)];
}

const HELM_POLICIES: Record<string, string> = {
  'before-hook-creation': 'BeforeHookCreation',
  'hook-succeeded': 'HookSucceeded',
  'hook-failed': 'HookFailed',
};

/** When a hook is deleted. */
export function hookDeletePoliciesOf(manifest: KubernetesObject): string[] {
  const annotations = manifest.metadata.annotations ?? {};
  const names = [
    annotations['argocd.argoproj.io/hook-delete-policy'] ?? '',
    annotations['helm.sh/hook-delete-policy'] ?? '',
  ].flatMap(list => list.split(',').map(name => name.trim()));
  return names.filter(Boolean).map(name => HELM_POLICIES[name] ?? name);
}

/** Whether an option is set in an annotation of the manifest: `sync-options: Prune=false,Delete=false`. */
export function hasSyncOption(
  manifest: KubernetesObject,
  option: string,
): boolean {
  const options =
    manifest.metadata.annotations?.['argocd.argoproj.io/sync-options'];
  return (options ?? '').split(',').some(one => one.trim() === option);
}

/** The wave that a manifest is synced in. */
export function syncWaveOf(manifest: KubernetesObject): number {
  const annotations = manifest.metadata.annotations ?? {};
  const wave =
    annotations['argocd.argoproj.io/sync-wave'] ??
    annotations['helm.sh/hook-weight'];
  return /^-?\d+$/.test(wave ?? '') ? Number(wave) : 0;
}
