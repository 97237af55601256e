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

import { ANNOTATION_ENTITY_REF } from '@gitops-platform/backstage-plugin-gitops-common';
import { stringify } from 'yaml';
import { getPlatformEnvironment } from '../platform';
import { ownChartSources, platformChartSource } from './chartSources';
import { followSwitches } from './followSwitches';
import { meshNamespace } from './meshNamespace';
import { applicationName, projectName, serviceFilePaths } from './serviceNames';
import { ServicePlanContext } from './ServicePlanContext';

/**
 * The text of a new `application.yaml`.
 * @internal
 */
export function renderApplication(context: ServicePlanContext): string {
  const { request, environment, platform } = context;
  const name = applicationName(request.name, environment);
  const { cluster } = getPlatformEnvironment(platform, environment);

  const application = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: 'argocd',
      labels: {
        'app.kubernetes.io/name': request.name,
        [context.environmentLabel]: environment,
      },
      annotations: { [ANNOTATION_ENTITY_REF]: request.entityRef },
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    },
    spec: {
      project: projectName(environment),
      ...(request.chart === 'platform'
        ? { source: platformChartSource(context) }
        : { sources: ownChartSources(context) }),
      destination: { name: cluster, namespace: name },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['CreateNamespace=true'],
        managedNamespaceMetadata: { labels: meshNamespace().labels },
        retry: {
          limit: 5,
          backoff: { duration: '10s', factor: 2, maxDuration: '3m' },
        },
      },
    },
  };
  const text = [
    `# ${request.name} in ${environment}. What differs for this service is in values.yaml beside this file.`,
    '# The annotation names the catalog entity that it belongs to. Removing this file removes the service here.',
    // Argo CD reads YAML 1.1, in which an unquoted no is false.
    stringify(application, { lineWidth: 0, compat: 'yaml-1.1' }),
  ].join('\n');
  const paths = serviceFilePaths(context.repository, {
    service: request.name,
    environment,
  });
  return followSwitches(text, {
    platform,
    environment,
    service: request.name,
    path: paths.application,
    valuesPath: paths.values,
  });
}
