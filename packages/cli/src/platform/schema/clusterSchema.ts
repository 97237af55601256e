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
import {
  accountId,
  cidr,
  domain,
  name,
  oneOf,
  pattern,
  region,
} from './scalars';

const cluster = z.strictObject(
  {
    name: name("the destination's name in Argo CD, such as in-cluster,"),
    profile: oneOf(['local', 'dev', 'staging', 'production']),
    domain,
    terraform: name('an environment of terraform').optional(),
    certificateArn: pattern(
      /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[A-Za-z0-9-]+$/,
      'the ARN of an ACM certificate, arn:aws:acm:<region>:<account>:certificate/<id>',
    ).optional(),
    region: region.optional(),
    accountId: accountId.optional(),
    vpcCidr: cidr('10.10.0.0/16').optional(),
    server: pattern(
      /^(https:\/\/[^\s/@]+|arn:aws[a-z-]*:eks:[a-z0-9-]+:\d{12}:cluster\/\S+)$/,
      "the https address of the cluster's API, or its ARN",
    ).optional(),
  },
  expected('a cluster with name, profile and domain'),
);

export const clusters = z
  .array(cluster, expected('a list of clusters'))
  .min(1, 'one cluster or more, of which one is called in-cluster');
