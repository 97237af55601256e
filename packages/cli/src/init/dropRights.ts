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

import {
  readServiceRegistries,
  SERVICE_REGISTRIES_FILE,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { Tree, TreeChanges } from '../tree';

/** The policies of services, by which Vault lets them in. */
const POLICIES = 'infrastructure/vault/policies';
const POLICY_LIST = `${POLICIES}/kustomization.yaml`;

/** A service in an environment. */
export interface ServicePlace {
  environment: string;
  service: string;
}

/**
 * What services that are gone may no longer do: read secrets, push images. Somebody who makes one of that name later would
 * have it otherwise.
 *
 * @param options - `gone`: no longer in these environments; `left`: the names of those that are still in some
 */
export function dropRights(options: {
  tree: Tree;
  gone: ServicePlace[];
  left: ReadonlySet<string>;
}): TreeChanges {
  const { tree, gone, left } = options;
  const policies = gone.map(
    ({ environment, service }) => `${environment}/${service}.hcl`,
  );
  const write = new Map<string, string>();
  const list = tree.get(POLICY_LIST);
  if (list !== undefined) {
    write.set(POLICY_LIST, withoutLines(list, policies));
  }
  const registries = tree.get(SERVICE_REGISTRIES_FILE);
  if (registries !== undefined) {
    const removed = new Set(gone.map(({ service }) => service));
    const kept = [...readServiceRegistries(registries)].filter(
      ([service]) => left.has(service) || !removed.has(service),
    );
    write.set(
      SERVICE_REGISTRIES_FILE,
      `${JSON.stringify(Object.fromEntries(kept), undefined, 2)}\n`,
    );
  }
  return {
    write: new Map(
      [...write].filter(([path, text]) => tree.get(path) !== text),
    ),
    remove: policies
      .map(policy => `${POLICIES}/${policy}`)
      .filter(path => tree.has(path)),
  };
}

/** Items of the list, one a line; an empty list is written as such. */
function withoutLines(text: string, policies: string[]): string {
  const lines = text
    .split('\n')
    .filter(line => !policies.some(policy => line.endsWith(`=${policy}`)));
  return lines
    .map((line, index) =>
      /^\s+files:$/.test(line) && !/^\s+- \S+=/.test(lines[index + 1] ?? '')
        ? `${line} []`
        : line,
    )
    .join('\n');
}
