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
  editYaml,
  type YamlEdit,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { parseDocument } from 'yaml';
import type { PlatformFile } from '../platform';
import type { Tree, TreeChanges } from '../tree';
import { dropRights, type ServicePlace } from './dropRights';

const SERVICE = /^applications\/([^/]+)\/([^/]+)\//;

/**
 * The example services of a tree: dropped, or, where they are to stay, at the hosts of their environment. Those of
 * environments that there are no longer go in any case.
 */
export function adaptServices(options: {
  tree: Tree;
  before: PlatformFile;
  after: PlatformFile;
  keep: boolean;
}): TreeChanges {
  const { tree, before, after, keep } = options;
  const write = new Map<string, string>();
  const remove: string[] = [];
  const gone: ServicePlace[] = [];
  const left = new Set<string>();
  for (const [path, text] of tree) {
    const [, name, service] = SERVICE.exec(path) ?? [];
    const [old, now] = [before, after].map(({ environments }) =>
      environments.find(environment => environment.name === name),
    );
    if (name && !(keep && now)) {
      remove.push(path);
      gone.push({ environment: name, service });
      continue;
    }
    if (name) {
      left.add(service);
    }
    if (name && old && now && path.endsWith('/values.yaml')) {
      write.set(path, movedHost(text, old.domain, now.domain));
    }
  }
  const rights = dropRights({ tree, gone, left });
  return {
    write: new Map([...write, ...rights.write]),
    remove: [...remove, ...rights.remove],
  };
}

function movedHost(text: string, from: string, to: string): string {
  const path = ['route', 'host'];
  const host = parseDocument(text).getIn(path);
  if (typeof host !== 'string' || !host.endsWith(`.${from}`)) {
    return text;
  }
  const edit: YamlEdit = {
    op: 'set',
    path,
    value: `${host.slice(0, -from.length)}${to}`,
  };
  return editYaml(text, [edit]);
}
