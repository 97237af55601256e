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

/** Maps that Kubernetes knows, whatever the chart: their keys, or that these are chosen. */
const KUBERNETES_MAPS: [RegExp, readonly string[] | 'any'][] = [
  [/^resources$|Resources$/, ['limits', 'requests', 'claims']],
  [/^(limits|requests)$/, ['cpu', 'memory', 'ephemeral-storage']],
  [
    /securityContext$/i,
    [
      ...['allowPrivilegeEscalation', 'appArmorProfile', 'capabilities'],
      ...['fsGroup', 'fsGroupChangePolicy', 'privileged', 'procMount'],
      ...['readOnlyRootFilesystem', 'runAsGroup', 'runAsNonRoot', 'runAsUser'],
      ...['seLinuxOptions', 'seccompProfile', 'supplementalGroups', 'sysctls'],
    ],
  ],
  [/^(nodeSelector|matchLabels)$|(L|^l)abels$|(A|^a)nnotations$/, 'any'],
];

/** Maps of single charts that are the configuration of the program itself, or whose keys are chosen. */
const HANDED_ON: Record<string, readonly string[]> = {
  'argo-cd': [
    'configs.cm',
    'configs.params',
    'configs.rbac',
    'configs.repositories',
    'notifications.notifiers',
  ],
  falco: ['falco'],
  istiod: ['meshConfig'],
  'kube-prometheus-stack': ['grafana.grafana.ini'],
  loki: [
    'loki.analytics',
    'loki.compactor',
    'loki.ingester',
    'loki.limits_config',
    'loki.storage_config',
  ],
  tempo: ['tempo.storage'],
  traefik: ['service.spec'],
};

/**
 * Whether a key, of which it is only known that a template hands on the map around it, is right there.
 *
 * @internal
 */
export function acceptedKey(chart: string, path: readonly string[]): boolean {
  const at = path.join('.');
  const key = path[path.length - 1];
  const [, keys] =
    KUBERNETES_MAPS.find(([name]) => name.test(path[path.length - 2] ?? '')) ??
    [];
  return (
    keys === 'any' ||
    Boolean(keys?.includes(key)) ||
    (HANDED_ON[chart] ?? []).some(below => at.startsWith(`${below}.`))
  );
}
