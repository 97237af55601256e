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

import { expected } from '@gitops-platform/backstage-plugin-gitops-node';
import { z } from 'zod';
import { cidr, name, oneOf, pattern } from './scalars';

const count = (what: string) =>
  z.int(expected(what)).min(1, what).max(1000, what);

const nodeGroup = z.strictObject(
  {
    instanceTypes: z
      .array(
        pattern(
          /^[a-z0-9-]+\.[a-z0-9-]+$/,
          'an instance type, such as m7i.large',
        ),
        expected('a list of instance types'),
      )
      .min(1, 'one instance type or more'),
    min: count('the least number of nodes'),
    max: count('the greatest number of nodes'),
  },
  expected('a group of nodes with instanceTypes, min and max'),
);

/** The versions that manifests are checked for, and EKS offers. */
const KUBERNETES = ['1.33', '1.34', '1.35', '1.36'] as const;

const environment = z.strictObject(
  {
    cidr: cidr('10.10.0.0/16'),
    natGateways: oneOf(['single', 'per-zone']),
    kubernetes: oneOf(KUBERNETES),
    addonNodes: nodeGroup,
    workloadNodes: nodeGroup,
  },
  expected(
    'an environment with cidr, natGateways, kubernetes, addonNodes and workloadNodes',
  ),
);

export const terraform = z.strictObject(
  {
    state: oneOf(['s3', 'hcp']),
    environments: z.record(
      name('the name of an environment'),
      environment,
      expected('a map of environments'),
    ),
  },
  expected('a map with state and environments'),
);
