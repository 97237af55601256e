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

import { isMap, parseAllDocuments } from 'yaml';
import type { Placement, RenderContext } from '../RenderContext';
import { holds } from '../clusters/conditionOf';
import { addOnFolder, pathsBelow } from '../clusters/layersOf';

interface GroupKind {
  group: string;
  kind: string;
}

/** What charts make for the whole cluster. */
const OF_CHARTS: GroupKind[] = [
  { group: '', kind: 'Namespace' },
  ...[
    'MutatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
  ].map(kind => ({ group: 'admissionregistration.k8s.io', kind })),
  { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
  { group: 'apiregistration.k8s.io', kind: 'APIService' },
  { group: 'networking.k8s.io', kind: 'IngressClass' },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding' },
  { group: 'scheduling.k8s.io', kind: 'PriorityClass' },
  { group: 'storage.k8s.io', kind: 'CSIDriver' },
  { group: 'storage.k8s.io', kind: 'StorageClass' },
];

/** The kinds of the whole cluster that add-ons make: those of charts, and ours, which name no namespace. */
export function clusterKinds(context: RenderContext): GroupKind[] {
  const addOns = new Map(
    context.placements.map(({ addOn }) => [addOn.name, addOn]),
  );
  const all = [
    ...OF_CHARTS,
    ...[...addOns.values()].flatMap(({ clusterResources }) => clusterResources),
    ...context.placements.flatMap(placement => ownKinds(context, placement)),
  ];
  const keys = new Map(all.map(one => [`${one.group}/${one.kind}`, one]));
  return [...keys.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { group, kind }]) => ({ group, kind }));
}

function ownKinds(
  { tree, platform }: RenderContext,
  { addOn, cluster }: Placement,
): GroupKind[] {
  const folder = addOnFolder(addOn.name);
  return ['config', 'cluster'].flatMap(part =>
    pathsBelow(tree, `${folder}/${part}`)
      .filter(path => /(?<!\.patch|values)\.yaml$/.test(path))
      .filter(path => {
        const [when, condition] = path.split('/');
        return when !== 'when' || holds(condition, { platform, cluster });
      })
      .flatMap(path =>
        kindsWithoutNamespace(tree.get(`${folder}/${part}/${path}`) ?? ''),
      ),
  );
}

function kindsWithoutNamespace(text: string): GroupKind[] {
  return parseAllDocuments(text).flatMap(document => {
    const kind = document.getIn(['kind']);
    const apiVersion = document.getIn(['apiVersion']);
    if (
      !isMap(document.contents) ||
      typeof kind !== 'string' ||
      typeof apiVersion !== 'string' ||
      apiVersion.startsWith('kustomize.config.k8s.io/') ||
      document.hasIn(['metadata', 'namespace'])
    ) {
      return [];
    }
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    return [{ group, kind }];
  });
}
