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
import {
  PLATFORM_FILE,
  readPlatform,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { parse } from 'yaml';
import type { PlatformFile } from './PlatformFile';
import { platformFileProblems } from './platformFileProblems';
import { platformFileSchema } from './schema/platformFileSchema';

/**
 * Reads all of a `platform.yaml`. What does not fit together is not looked at here: see `checkPlatform`.
 *
 * Throws an `InputError` that lists every wrong field with what was found and what is expected there.
 * @public
 */
export function readPlatformFile(text: string): PlatformFile {
  const data = parseOrRefuse(text);
  const problems = platformFileProblems(data);
  if (problems.length > 0) {
    throw new InputError(`${PLATFORM_FILE}: ${problems.join('; ')}`);
  }
  const { release, clusters, aws, contact, sso, network, ...rest } =
    platformFileSchema.parse(data);
  const { notifications, features, workloads, terraform } = rest;
  return {
    ...readPlatform(text),
    release,
    clusters,
    aws,
    contact,
    sso,
    network,
    notifications,
    features,
    workloads,
    terraform,
  };
}

function parseOrRefuse(text: string): JsonValue {
  try {
    return parse(text);
  } catch (error) {
    // It says where.
    throw new InputError(`${PLATFORM_FILE} is not valid YAML`, error);
  }
}
