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
import type { JsonValue } from '@backstage/types';
import { describeIssue } from '@gitops-platform/backstage-plugin-gitops-node';
import { parse } from 'yaml';
import type { AddOn } from './AddOn';
import { addOnSchema } from './addOnSchema';

/**
 * Reads an `addon.yaml`. `path` is where it stands: the folder's name is the add-on's.
 *
 * Throws an `InputError` that names the file and every wrong field.
 * @public
 */
export function readAddOn(path: string, text: string): AddOn {
  const data = parseOrRefuse(path, text);
  const result = addOnSchema.safeParse(data);
  if (!result.success) {
    const problems = result.error.issues.map(issue =>
      describeIssue('', data, issue).replace(/^[.:] ?/, ''),
    );
    throw new InputError(`${path}: ${problems.join('; ')}`);
  }
  const { chart, privileged, podSecurity, ...rest } = result.data;
  const folder = path.split('/').at(-2);
  if (rest.name !== folder) {
    throw new InputError(
      `${path}: name: found '${rest.name}', expected ${folder}, the name of its folder`,
    );
  }
  if (privileged && podSecurity && podSecurity !== 'privileged') {
    throw new InputError(
      `${path}: podSecurity: found '${podSecurity}' with privileged: true; leave one of them out`,
    );
  }
  return {
    ...rest,
    podSecurity: privileged ? 'privileged' : podSecurity ?? 'restricted',
    ...(chart
      ? {
          chart: {
            ...chart,
            directory: chart.directory ?? chart.name,
            releaseName: chart.releaseName ?? rest.name,
          },
        }
      : {}),
  };
}

function parseOrRefuse(path: string, text: string): JsonValue {
  try {
    return parse(text);
  } catch (error) {
    throw new InputError(`${path} is not valid YAML`, error);
  }
}
