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

import { InputError } from '@backstage/errors';
import {
  editYaml,
  followSwitches,
  type YamlEdit,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import type { Tree } from '../tree';
import type { RenderContext } from './RenderContext';

/** A tag or a commit: whoever names one does not want the branch. */
const PINNED = /^(v?\d+\.\d+|[0-9a-f]{40}$)/;

const SERVICE = /^applications\/([^/]+)\/([^/]+)\/application\.yaml$/;

/**
 * The Applications of services whose repository, branch, cluster, mesh or writer is another one now; every other byte of
 * them stays.
 * Sources from elsewhere, such as a service's own chart, are the service's business.
 */
export function renderServices({
  tree,
  platform,
}: RenderContext): [string, string][] {
  return [...tree].flatMap(([path, text]): [string, string][] => {
    const [, name, service] = SERVICE.exec(path) ?? [];
    const environment = platform.environments.find(one => one.name === name);
    if (!environment) {
      return [];
    }
    const document = parseDocument(text);
    if (document.errors.length > 0) {
      throw new InputError(`${path}: ${document.errors[0].message}`);
    }
    const edits: YamlEdit[] = [];
    const set = (keys: (string | number)[], value: string) => {
      if (document.getIn(keys) !== value) {
        edits.push({ op: 'set', path: keys, value });
      }
    };
    for (const keys of ownSources(document, tree)) {
      set([...keys, 'repoURL'], platform.repository.url);
      if (!PINNED.test(String(document.getIn([...keys, 'targetRevision'])))) {
        set([...keys, 'targetRevision'], platform.repository.branch);
      }
    }
    if (!document.hasIn(['spec', 'destination', 'server'])) {
      set(['spec', 'destination', 'name'], environment.cluster);
    }
    const followed = followSwitches(editYaml(text, edits), {
      path,
      valuesPath: `applications/${name}/${service}/values.yaml`,
      service,
      environment: name,
      platform: { ...platform, mesh: platform.features.mesh },
    });
    return followed === text ? [] : [[path, followed]];
  });
}

/** The sources that are this repository: a chart of the tree, and the values beside it. */
function ownSources(document: Document, tree: Tree): (string | number)[][] {
  const single = document.getIn(['spec', 'source']);
  const several = document.getIn(['spec', 'sources']);
  const isOwn = (source: unknown) =>
    isMap(source) &&
    (source.get('ref') === 'values' ||
      tree.has(`${source.get('path')}/Chart.yaml`));
  return [
    ...(isOwn(single) ? [['spec', 'source']] : []),
    ...(isSeq(several)
      ? several.items.flatMap((source, index) =>
          isOwn(source) ? [['spec', 'sources', index]] : [],
        )
      : []),
  ];
}
