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

import { stringify as stringifyYaml } from 'yaml';
import { getPlatformEnvironment, PlatformWriter } from '../platform';
import { PLATFORM_CHART_PATH } from './chartSources';
import { requestedValues } from './requestedValues';
import { ServicePlanContext } from './ServicePlanContext';

const WRITERS: Record<PlatformWriter, string> = {
  ci: "the service's CI",
  'image-updater': 'Argo CD Image Updater',
  promotion: 'promotion pull requests',
};

/**
 * The text of a new `values.yaml`: the placeholder image, and what was asked for.
 * @internal
 */
export function renderValues(context: ServicePlanContext): string {
  const { request, environment, platform } = context;
  const { writer } = getPlatformEnvironment(platform, environment);
  const { replicas, size, service, route, secrets } = requestedValues(context);
  const chart =
    request.chart === 'platform'
      ? `${PLATFORM_CHART_PATH}/values.yaml`
      : "values.yaml of the service's own chart";

  const blocks = [
    `# ${request.name} in ${environment}. Every key is described in ${chart}.`,
    [
      `# The version. Written by ${WRITERS[writer]} alone, all of it at once; until then the`,
      "# platform's placeholder runs, and sourceRevision, the commit that was built, is empty.",
      stringify({
        image: {
          ...platform.placeholderImage,
          digest: '',
          sourceRevision: '',
        },
      }).replaceAll('""', "''"),
    ].join('\n'),
    stringify({ replicas, size }),
    stringify({ service }),
    ...(route ? [stringify({ route })] : []),
    ...(secrets
      ? [
          `# Names only. Each is read from <path>/<name> of the secret store.\n${stringify(
            { secrets },
          )}`,
        ]
      : []),
  ];
  return `${blocks.map(block => block.trimEnd()).join('\n\n')}\n`;
}

/** Helm reads YAML 1.1, in which an unquoted `no` is false and `1_0` is ten. */
function stringify(value: object): string {
  return stringifyYaml(value, { compat: 'yaml-1.1' });
}
