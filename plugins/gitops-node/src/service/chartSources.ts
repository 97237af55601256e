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

import { getPlatformEnvironment, Platform } from '../platform';
import { serviceFilePaths } from './serviceNames';
import { ServicePlanContext } from './ServicePlanContext';

/**
 * Folder of the golden chart in a GitOps repository.
 * @public
 */
export const PLATFORM_CHART_PATH = 'charts/my-microservice';

/**
 * Folder of a service's own chart in its repository.
 * @public
 */
export const OWN_CHART_PATH = 'chart';

/**
 * Whether an environment follows the branch of a service's own chart, because each build reaches it. The others stay at
 * a commit: there, what runs changes by a promotion alone.
 * @internal
 */
export function followsOwnChart(
  platform: Platform,
  environment: string,
): boolean {
  return getPlatformEnvironment(platform, environment).writer !== 'promotion';
}

/**
 * The golden chart with the service's values, both from the GitOps repository.
 * @internal
 */
export function platformChartSource(context: ServicePlanContext) {
  const { platform, request } = context;
  return {
    repoURL: platform.repository.url,
    path: PLATFORM_CHART_PATH,
    targetRevision: platform.repository.branch,
    helm: {
      releaseName: request.name,
      // The leading slash is the root of the repository.
      valueFiles: [`/${valuesPath(context)}`],
    },
  };
}

/**
 * The chart from the service's repository, its values from the GitOps repository.
 * @internal
 */
export function ownChartSources(context: ServicePlanContext) {
  const { platform, request, environment, chartRevision } = context;
  return [
    {
      repoURL: `${request.repositoryUrl}.git`,
      path: OWN_CHART_PATH,
      targetRevision: followsOwnChart(platform, environment)
        ? 'main'
        : chartRevision,
      helm: {
        releaseName: request.name,
        valueFiles: [`$values/${valuesPath(context)}`],
      },
    },
    {
      repoURL: platform.repository.url,
      targetRevision: platform.repository.branch,
      ref: 'values',
    },
  ];
}

function valuesPath(context: ServicePlanContext): string {
  return serviceFilePaths(context.repository, {
    service: context.request.name,
    environment: context.environment,
  }).values;
}
