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

import { parse, parseDocument } from 'yaml';
import { type ExpandedTree, expandTree, knownClusters } from '../expand';
import { IN_CLUSTER } from '../facts';
import { planRender } from '../render';
import { changedTree, type Tree } from '../tree';
import { KubeApi } from './KubeApi';
import { ServerRepository } from './ServerRepository';
import { BRANCH, type ServerTarget } from './ServerTarget';

/** Where the tree was pushed to, and what Argo CD is to make of it. */
export interface Deployed {
  tree: Tree;
  expanded: ExpandedTree;
  commit: string;
  repository: ServerRepository;
}

/** A cluster to throw away, shared by all checks: each of its steps is taken once, by whoever needs it first. */
export class Scratch {
  readonly target: ServerTarget;
  #api: Promise<KubeApi> | undefined;
  #deployed: Promise<Deployed> | undefined;

  static create(target: ServerTarget): Scratch {
    return new Scratch(target);
  }

  private constructor(target: ServerTarget) {
    this.target = target;
  }

  api(): Promise<KubeApi> {
    this.#api ??= KubeApi.start(this.target.kubeconfig);
    return this.#api;
  }

  /** Renders the tree for the repository of the target, pushes it there, and hands it over to Argo CD. */
  deployed(tree: Tree): Promise<Deployed> {
    this.#deployed ??= this.#deploy(tree);
    return this.#deployed;
  }

  /** What was pushed and applied stays: the cluster is thrown away. */
  async stop(): Promise<void> {
    const [api, deployed] = await Promise.allSettled([
      this.#api,
      this.#deployed,
    ]);
    if (api.status === 'fulfilled') {
      api.value?.stop();
    }
    if (deployed.status === 'fulfilled') {
      await deployed.value?.repository.remove();
    }
  }

  async #deploy(original: Tree): Promise<Deployed> {
    const api = await this.api();
    const tree = readingFrom(original, this.target.gitUrl);
    const repository = await ServerRepository.create(this.target.gitUrl);
    const commit = await repository.push(tree, 'The tree as it is checked');
    for (const { name, server, labels, annotations } of knownClusters(tree)) {
      // Terraform writes it; there is no other cluster than the one that Argo CD runs in.
      if (name === IN_CLUSTER) {
        await api.apply({
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: {
            name: `cluster-${name}`,
            namespace: 'argocd',
            labels,
            annotations,
          },
          stringData: { name, server, config: '{}' },
        });
      }
    }
    for (const file of [
      'bootstrap/apps/projects/bootstrap.yaml',
      'bootstrap/root.yaml',
    ]) {
      await api.apply(parse(tree.get(file) ?? ''));
    }
    return { tree, expanded: expandTree(tree), commit, repository };
  }
}

function readingFrom(tree: Tree, url: string): Tree {
  const platform = parseDocument(tree.get('platform.yaml') ?? '');
  platform.setIn(['repository', 'url'], url);
  platform.setIn(['repository', 'branch'], BRANCH);
  const named = new Map(tree).set('platform.yaml', platform.toString());
  return changedTree(named, planRender(named));
}
