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

import { listAt, textAt, valueAt } from '../yaml';
import type { Figure } from './Figure';
import { hasAddOn, inManifests, inText } from './finders';

/** Figures of pipelines and of what guards them. @internal */
export const pipelineFigures: readonly Figure[] = [
  {
    figure: 'Load test: 100 users',
    document: 'S4, Pipeline Testing',
    where: 'the JMeter task of infrastructure/tekton-pipelines',
    expected: '100',
    applies: hasAddOn('tekton-pipelines'),
    find: setting(/load|jmeter/, /users/i),
  },
  {
    figure: 'Load test: five minutes',
    document: 'S4, Pipeline Testing',
    where: 'the JMeter task of infrastructure/tekton-pipelines',
    expected: '300',
    fits: value => ['300', '5m', '5'].includes(String(value)),
    applies: hasAddOn('tekton-pipelines'),
    find: setting(/load|jmeter/, /duration|seconds|minutes/i),
  },
  {
    figure: 'Load test: answers within 500 ms',
    document: 'S4, Pipeline Testing',
    where: 'the JMeter task of infrastructure/tekton-pipelines',
    expected: '500',
    applies: hasAddOn('tekton-pipelines'),
    find: setting(/load|jmeter/, /response-?time|limit|[-_]ms$|millis/i),
  },
  {
    figure: 'Unit tests cover 80 %',
    document: 'S4, Pipeline Testing',
    where: 'the unit test task of infrastructure/tekton-pipelines',
    expected: '80',
    applies: hasAddOn('tekton-pipelines'),
    find: setting(/unit-?tests?/, /coverage/i),
  },
  {
    figure: 'Drift is looked for at 04:00 UTC',
    document: 'issue, Workflows',
    where: '.github/workflows/drift-detection.yaml',
    expected: '0 4 * * *',
    find: inText(
      /^\.github\/workflows\/drift.*\.ya?ml$/,
      /cron: '?([^'\n]+)'?/g,
    ),
  },
  {
    figure: 'Staging is approved by one or two',
    document: 'issue, Terraform',
    where: 'terraform/global/github: protection',
    expected: '1 or 2',
    fits: value => [1, 2].includes(reviewers(value)),
    find: inText(
      /^terraform\/global\/github\/.*\.tfvars$/,
      /staging\s*=\s*\{([^}]*)\}/g,
    ),
  },
  {
    figure: 'Production is approved by two or more',
    document: 'issue, Terraform',
    where: 'terraform/global/github: protection',
    expected: 'at least 2',
    fits: value => reviewers(value) >= 2,
    find: inText(
      /^terraform\/global\/github\/.*\.tfvars$/,
      /production\s*=\s*\{([^}]*)\}/g,
    ),
  },
  {
    figure: 'Production waits 30 minutes',
    document: 'issue, Terraform',
    where: 'terraform/global/github: protection',
    expected: '30',
    find: inText(
      /^terraform\/global\/github\/.*\.tfvars$/,
      /production\s*=\s*\{[^}]*wait_minutes\s*=\s*(\d+)/g,
    ),
  },
  {
    figure: 'The registry keeps the last 30 images',
    document: 'issue, Terraform',
    where: 'terraform/modules/ecr: keep_images',
    expected: '30',
    find: inText(
      /^terraform\/modules\/ecr\/variables\.tf$/,
      /variable "keep_images" \{[^}]*default\s*=\s*(\d+)/g,
    ),
  },
];

/** Names between brackets and quotes. */
function reviewers(value: unknown): number {
  return String(value).match(/"[^"]+"/g)?.length ?? 0;
}

/** What a Tekton task has under a name: the default of a parameter, or a variable of a step. */
function setting(task: RegExp, name: RegExp): Figure['find'] {
  return inManifests(
    'platform',
    manifest => manifest.kind === 'Task' && task.test(manifest.name),
    ({ value }) => {
      const parameters = listAt(value, 'spec', 'params').map(one => [
        textAt(one, 'name'),
        valueAt(one, 'default'),
      ]);
      const variables = listAt(value, 'spec', 'steps')
        .flatMap(step => listAt(step, 'env'))
        .map(one => [textAt(one, 'name'), valueAt(one, 'value')]);
      return [...parameters, ...variables].find(
        ([key, given]) =>
          name.test(String(key)) &&
          given !== undefined &&
          !String(given).includes('$('),
      )?.[1];
    },
  );
}
