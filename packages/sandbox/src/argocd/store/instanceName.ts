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

/** Where Argo CD itself is, and Applications are unless they say otherwise. */
export const CONTROL_PLANE_NAMESPACE = 'argocd';

/**
 * What Argo CD calls an Application wherever one text must do: its name, or `<namespace>_<name>` in a namespace
 * that is not its own. Neither part can hold an underscore.
 */
export function instanceName(metadata: {
  name: string;
  namespace?: string;
}): string {
  const { name, namespace = CONTROL_PLANE_NAMESPACE } = metadata;
  return namespace === CONTROL_PLANE_NAMESPACE ? name : `${namespace}_${name}`;
}

/** The Application's name and namespace again. */
export function parseInstanceName(instance: string): {
  namespace: string;
  name: string;
} {
  const at = instance.indexOf('_');
  return at < 0
    ? { namespace: CONTROL_PLANE_NAMESPACE, name: instance }
    : { namespace: instance.slice(0, at), name: instance.slice(at + 1) };
}

/** `<namespace>/<name>`, as messages name an Application. */
export function qualifiedName(instance: string): string {
  const { namespace, name } = parseInstanceName(instance);
  return `${namespace}/${name}`;
}

/** `<project>/<name>`, or `<project>/<namespace>/<name>`: what policies speak of. */
export function policyObject(application: {
  metadata: { name: string; namespace?: string };
  spec: { project: string };
}): string {
  const { metadata, spec } = application;
  const { name, namespace = CONTROL_PLANE_NAMESPACE } = metadata;
  const project = spec.project || 'default';
  return namespace === CONTROL_PLANE_NAMESPACE
    ? `${project}/${name}`
    : `${project}/${namespace}/${name}`;
}
