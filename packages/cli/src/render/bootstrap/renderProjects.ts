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
import { generatedComment } from '../generated';
import { PROJECTS } from '../paths';
import type { RenderContext } from '../RenderContext';
import { toYaml } from '../toYaml';
import { argocdProject } from './appProject';
import { platformProject } from './platformProject';
import { workloadsProject } from './workloadsProject';

const FROM_PLATFORM = 'platform.yaml';

/** The AppProjects, by path: `<project>.yaml`. */
export function renderProjects(context: RenderContext): [string, string][] {
  const { platform } = context;
  const { url } = platform.repository;
  return [
    file(
      argocdProject({
        name: 'bootstrap',
        description: 'The root Application and nothing else',
        // The root Application belongs to it: it must not be pruned away.
        annotations: {
          'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
        },
        url,
        kinds: ['AppProject', 'Application'],
      }),
      "What the root Application may do: AppProjects and Applications of this repository, in Argo CD's own namespace.",
    ),
    file(
      argocdProject({
        name: 'application-sets',
        description: 'Collects the ApplicationSets',
        url,
        kinds: ['ApplicationSet'],
      }),
      'What collects ApplicationSets may make these alone. Which project they name is what reviews and checks look at.',
    ),
    file(
      argocdProject({
        name: 'applications',
        description: 'Collects the Applications of each environment',
        url,
        kinds: ['Application'],
      }),
      "What collects the services may make Applications alone, in Argo CD's namespace: only workloads-<environment> is theirs to name.",
    ),
    file(
      platformProject(context),
      'What add-ons may do, namespace by namespace.',
      'platform.yaml and infrastructure/*/addon.yaml',
    ),
    ...platform.environments.map(environment =>
      file(
        workloadsProject(platform, environment),
        `What the services of ${environment.name} may do: their own namespaces, from this repository and the organisation's own.`,
      ),
    ),
  ];
}

function file(
  project: JsonObject,
  what: string,
  source = FROM_PLATFORM,
): [string, string] {
  const { metadata } = project;
  const name =
    typeof metadata === 'object' && metadata && 'name' in metadata
      ? metadata.name
      : '';
  return [
    `${PROJECTS}/${name}.yaml`,
    `${generatedComment(what, source)}${toYaml(project)}`,
  ];
}
