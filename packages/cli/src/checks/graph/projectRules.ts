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

import type { Problem } from '../core/Problem';
import type { Manifest, Rendering } from '../rendering';
import { isClusterScoped } from '../schemas';
import { textAt } from '../yaml';
import { AppProjectRules } from './AppProjectRules';
import { overRenderings } from './overRenderings';

/** @internal */
export const projectRules = overRenderings(
  'graph/projects',
  'Each source, destination, namespace and kind is allowed by the AppProject',
  function* check(rendering, context) {
    const projects = projectsOf(rendering);
    for (const application of rendering.applications) {
      const { file, name, project, cluster, namespace } = application;
      context.count('applications');
      const rules = projects.get(project);
      if (!rules) {
        yield {
          file,
          what: `${name} is of the project ${project}, which is not there`,
          mend: `Name one of: ${[...projects.keys()].join(', ')}.`,
        };
        continue;
      }
      for (const source of application.sources) {
        const url = textAt(source, 'repoURL') ?? '';
        if (!rules.allowsSource(url)) {
          yield {
            file,
            what: `${name}: the project ${project} does not allow the source ${url}`,
            mend: mendOf(project, 'source'),
          };
        }
      }
      if (!rules.allowsDestination({ cluster, namespace })) {
        yield {
          file,
          what: `${name}: the project ${project} does not allow ${namespace} of ${cluster}`,
          mend: mendOf(project, 'namespace'),
        };
      }
    }
    for (const manifest of rendering.manifests) {
      const rules = projects.get(manifest.application.project);
      if (rules) yield* checkManifest(manifest, rules);
    }
  },
);

function* checkManifest(
  manifest: Manifest,
  rules: AppProjectRules,
): Iterable<Problem> {
  const { application, file, line, group, kind, name } = manifest;
  const isNamespaced = !isClusterScoped(manifest);
  const namespace = manifest.namespace ?? application.namespace;
  const { project, cluster } = application;
  if (!rules.allowsKind({ group, kind, name, isNamespaced })) {
    yield {
      file,
      line,
      what: `${
        application.name
      }: the project ${project} does not allow ${kind} ${name} (${
        group || 'core'
      })`,
      mend: `Add the kind to ${
        isNamespaced ? 'namespace' : 'cluster'
      }ResourceWhitelist of the project, if it should have it.`,
    };
  } else if (isNamespaced && !rules.allowsDestination({ cluster, namespace })) {
    yield {
      file,
      line,
      what: `${application.name}: the project ${project} does not allow the namespace ${namespace} of ${kind} ${name}`,
      mend: mendOf(project, 'namespace'),
    };
  }
}

/** Opening a project is the last thing to do: it keeps environments apart, and `platform render` writes it. */
function mendOf(project: string, what: 'source' | 'namespace'): string {
  const [, environment] = /^workloads-(.+)$/.exec(project) ?? [];
  if (environment) {
    return what === 'namespace'
      ? `Name a namespace that ends with -${environment}: the project keeps environments apart.`
      : "Take it from this repository or from one of the organisation's own.";
  }
  return project === 'platform'
    ? `Name it in ${
        what === 'namespace' ? 'namespaces' : 'chart.repository'
      } of the add-on's addon.yaml, then run platform render.`
    : 'Change the Application: the project says what it is for.';
}

function projectsOf({ manifests }: Rendering): Map<string, AppProjectRules> {
  return new Map(
    manifests
      .filter(({ kind }) => kind === 'AppProject')
      .map(({ name, value }) => [name, AppProjectRules.of(value)]),
  );
}
