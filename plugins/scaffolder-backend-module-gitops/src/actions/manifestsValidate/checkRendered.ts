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

import { parseAllDocuments } from 'yaml';

/** Kinds that belong to the whole cluster and that a chart might try to bring along. */
const CLUSTER_KINDS = [
  'APIService',
  'CSIDriver',
  'ClusterIssuer',
  'ClusterPolicy',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterSecretStore',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
];

/**
 * Checks what a chart renders: YAML, of the service's own namespace alone, and nothing of Argo CD's.
 */
export function checkRendered(output: string, namespace: string): string[] {
  return parseAllDocuments(output).flatMap(document => {
    if (document.errors.length) {
      return [
        `the chart renders what is not YAML: ${document.errors[0].message}`,
      ];
    }
    const resource = document.toJS();
    return resource === null || resource === undefined
      ? []
      : checkResource(resource, namespace);
  });
}

function checkResource(resource: unknown, namespace: string): string[] {
  const { apiVersion, kind, metadata, items } = Object(resource);
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return ['the chart renders something without apiVersion or kind'];
  }
  // Argo CD takes a list apart, whatever its kind is called.
  if (Array.isArray(items) && kind.endsWith('List')) {
    return items.flatMap(item => checkResource(item, namespace));
  }
  const name = `${kind} ${metadata?.name}`;
  if (CLUSTER_KINDS.includes(kind) || apiVersion.startsWith('argoproj.io/')) {
    return [
      `the chart renders ${name}, which a service may not bring along; leave it to the platform`,
    ];
  }
  return metadata?.namespace === undefined || metadata.namespace === namespace
    ? []
    : [
        `the chart renders ${name} into namespace ${metadata.namespace}; it must be ${namespace}`,
      ];
}
