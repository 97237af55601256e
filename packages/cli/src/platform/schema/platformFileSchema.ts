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
import { clusters } from './clusterSchema';
import { features } from './featuresSchema';
import {
  cidr,
  accountId,
  httpsUrl,
  name,
  onOff,
  pattern,
  region,
} from './scalars';
import { terraform } from './terraformSchema';

/** As identity providers name groups: everything but what would end a line of Argo CD's policy. */
const group = pattern(
  /^[^\s,"'\\](?:[^,"'\\\n\r]*[^\s,"'\\])?$/,
  "the group's name at the identity provider, without commas and quotes",
);

const channel = pattern(
  /^[a-z0-9][a-z0-9_-]{0,79}$/,
  "a channel's name without #, such as platform-alerts",
);

const MAIL = 'true, false, or the mail server with smarthost and username';

const mailServer = z.strictObject(
  {
    smarthost: pattern(
      /^[A-Za-z0-9.-]+:\d{1,5}$/,
      'a mail server with its port, such as smtp.acme.io:587',
    ),
    username: pattern(/^\S+$/, 'the name to sign in with'),
  },
  expected(MAIL),
);

const notifications = z.strictObject(
  {
    slack: z
      .strictObject(
        {
          platform: channel,
          developers: channel,
          security: channel.optional(),
        },
        expected('the channels platform and developers, and perhaps security'),
      )
      .optional(),
    teams: onOff.default(false),
    email: z.union([onOff, mailServer], expected(MAIL)).default(false),
    pagerduty: onOff.default(false),
  },
  expected('a map of where news go: slack, teams, email, pagerduty'),
);

const workload = z.strictObject(
  {
    name: name('the name of a folder of workloads/'),
    environments: z.array(
      name('the name of an environment'),
      expected('a list of environments'),
    ),
  },
  expected('a workload with name and environments'),
);

/**
 * The sections of `platform.yaml` that the portal does not read. Those that it does are described next door, in
 * gitops-node: this schema lets them pass.
 * @internal
 */
export const platformFileSchema = z.looseObject(
  {
    release: pattern(
      /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/,
      'the release that this tree comes from, such as 0.1.0',
    ),
    clusters,
    aws: z.strictObject(
      { accountId, region },
      expected('an account with accountId and region'),
    ),
    contact: pattern(
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
      'an e-mail address, such as platform@acme.io',
    ),
    sso: z.strictObject(
      {
        issuer: httpsUrl('the issuer of the identity provider'),
        groups: z.strictObject(
          { developers: group, platformEngineers: group, securityTeam: group },
          expected('the groups developers, platformEngineers and securityTeam'),
        ),
      },
      expected('an identity provider with issuer and groups'),
    ),
    network: z.strictObject(
      {
        allowedCidrs: z
          .array(cidr('10.0.0.0/8'), expected('a list of IPv4 ranges'))
          .min(1, 'one range or more, else nobody can open a dashboard'),
      },
      expected('a map with allowedCidrs'),
    ),
    notifications,
    features,
    workloads: z.array(workload, expected('a list of workloads')),
    terraform,
  },
  expected('a map'),
);
