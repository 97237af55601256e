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
import { ADD_ON_SETS, BOOTSTRAP, WORKLOAD_SETS } from '../paths';
import type { RenderContext } from '../RenderContext';
import { COLLECTOR_RETRY, RETRY } from '../retry';
import { toYaml } from '../toYaml';
import { collectingApplication } from './application';

/**
 * The Applications that the root Application makes, by path. None waits for another: an add-on that does not come up
 * would keep services from being collected, and the root Application from taking up any further change. What is applied
 * too early is tried again.
 */
export function renderCollectors({
  platform,
}: RenderContext): [string, string][] {
  const sets = (name: string, file: string) => {
    const [path, include] = file.split('/');
    return write(
      name,
      `Makes the ApplicationSets of ${file}.`,
      collectingApplication(platform, {
        name,
        project: 'application-sets',
        path,
        include,
        retry: RETRY,
      }),
    );
  };
  return [
    sets('infrastructure', ADD_ON_SETS),
    sets('workloads', WORKLOAD_SETS),
    ...platform.environments.map(({ name }) =>
      write(
        `applications-${name}`,
        `Collects the services of ${name}: applications/${name}/<service>/application.yaml.`,
        collectingApplication(platform, {
          name: `applications-${name}`,
          labels: { environment: name },
          project: 'applications',
          path: `applications/${name}`,
          recurse: true,
          include: '*/application.yaml',
          // Else the last service of an environment could never be retired.
          allowEmpty: true,
          retry: COLLECTOR_RETRY,
        }),
      ),
    ),
  ];
}

function write(
  name: string,
  what: string,
  application: JsonObject,
): [string, string] {
  return [
    `${BOOTSTRAP}/${name}.yaml`,
    `${generatedComment(what, 'platform.yaml')}${toYaml(application)}`,
  ];
}
