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

import type { JsonObject } from '@backstage/types';
import type { Check } from '../checks/core';
import { APPLICATIONS, listApplications } from './ArgoApplications';
import type { Deployed, Scratch } from './Scratch';
import { BRANCH } from './ServerTarget';
import { waitUntil } from './waitUntil';

/** What a team could try from the project of its environment, and what Argo CD must answer. */
interface Trespass {
  name: string;
  what: string;
  source: JsonObject;
  destination: JsonObject;
  /** Files that its source needs. */
  files: Record<string, string>;
  refusal: RegExp;
}

const FOLDER = 'platform-check/cluster-role';

function trespasses(
  url: string,
  environment: string,
  other: string,
): Trespass[] {
  const here = {
    repoURL: url,
    path: 'platform-check/empty',
    targetRevision: BRANCH,
  };
  const home = { name: 'in-cluster', namespace: `trespass-${environment}` };
  return [
    {
      name: 'namespace',
      what: `the namespace of another environment (${other})`,
      source: here,
      destination: { ...home, namespace: `orders-${other}` },
      files: {},
      refusal: /do not match any of the allowed destinations|is not permitted/,
    },
    {
      name: 'platform-namespace',
      what: "the platform's own namespace argocd",
      source: here,
      destination: { ...home, namespace: 'argocd' },
      files: {},
      refusal: /do not match any of the allowed destinations|is not permitted/,
    },
    {
      name: 'repository',
      what: 'a repository of somebody else',
      source: { ...here, repoURL: 'https://git.invalid/somebody/else.git' },
      destination: home,
      files: {},
      refusal: /repo .* is not permitted in project/,
    },
    {
      name: 'cluster-role',
      what: 'a ClusterRole',
      source: { ...here, path: FOLDER },
      destination: home,
      files: {
        [`${FOLDER}/role.yaml`]:
          'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: trespass\nrules: []\n',
      },
      refusal: /ClusterRole.* is not permitted in project/,
    },
  ];
}

/** AppProjects keep environments apart, and both from the platform. */
export function serverProjects(scratch: Scratch): Check {
  return {
    id: 'server/projects',
    title:
      'AppProjects refuse a foreign namespace, a foreign repository and kinds of the whole cluster',
    async *run(context) {
      const api = await scratch.api();
      const deployed = await scratch.deployed(context.tree);
      const [environment, other] = environmentsOf(deployed);
      if (!environment || !other) {
        context.notChecked(
          'what AppProjects refuse',
          'the platform has one environment only',
        );
        return;
      }
      const all = trespasses(scratch.target.gitUrl, environment, other);
      await deployed.repository.push(
        new Map([
          ...all.flatMap(({ files }) => Object.entries(files)),
          ['platform-check/empty/kustomization.yaml', 'resources: []\n'],
        ]),
        'What a team could try',
      );
      for (const { name, what, source, destination, refusal } of all) {
        const application = `platform-check-${name}`;
        await api.apply({
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Application',
          metadata: { name: application, namespace: 'argocd' },
          spec: {
            project: `workloads-${environment}`,
            source,
            destination,
            syncPolicy: { automated: {} },
          },
        });
        const said = await waitUntil(
          async () => {
            const state = (await listApplications(api)).get(application);
            const texts = [
              ...(state?.conditions ?? []).map(({ message }) => message),
              state?.message ?? '',
            ];
            return texts.find(text => refusal.test(text));
          },
          { seconds: 60 },
        );
        await api.delete(`${APPLICATIONS}/${application}`);
        context.count('refusals', said ? 1 : 0);
        if (!said) {
          yield {
            file: `bootstrap/apps/projects/workloads-${environment}.yaml`,
            what: `Argo CD lets an Application of workloads-${environment} have ${what}`,
            mend: 'Narrow sourceRepos, destinations or clusterResourceWhitelist of the project.',
          };
        }
      }
    },
  };
}

function environmentsOf({ expanded }: Deployed): string[] {
  return expanded.projects.flatMap(({ name }) =>
    name.startsWith('workloads-') ? [name.slice('workloads-'.length)] : [],
  );
}
