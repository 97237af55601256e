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

import { z } from 'zod';
import { expected, LABEL } from '../config/expected';
import { DOMAIN_NAME } from './domainName';

const pattern = (regex: RegExp, what: string) =>
  z.string(expected(what)).regex(regex, what);

const label = (example: string) =>
  pattern(
    LABEL,
    `lower-case letters, digits and hyphens, at most 63 of them, such as ${example}`,
  );

const registry = pattern(
  /^[a-z0-9][a-z0-9.-]*(:[0-9]+)?(\/[a-z0-9._-]+)*$/,
  'a registry without a scheme, such as ghcr.io/acme',
);

const environment = z.strictObject(
  {
    name: label('dev'),
    domain: pattern(
      DOMAIN_NAME,
      'a domain in lower case, such as dev.example.com',
    ),
    cluster: pattern(
      /^\S{1,253}$/,
      "the destination's name in Argo CD, such as in-cluster",
    ),
    writer: z.enum(
      ['ci', 'image-updater', 'promotion'],
      expected('ci, image-updater or promotion'),
    ),
    registry: registry.optional(),
  },
  expected('an environment with name, domain, cluster and writer'),
);

const environments = z
  .array(environment, expected('a list of environments'))
  .min(1, 'one environment or more')
  .superRefine((list, context) =>
    list.forEach(({ name }, index) => {
      if (list.findIndex(other => other.name === name) < index) {
        context.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: 'a name that no environment before it has',
        });
      }
      const other = list.find(item => name.endsWith(`-${item.name}`));
      if (other) {
        context.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: `a name that does not end with -${
            other.name
          }, because orders-${name.slice(0, -other.name.length - 1)} in ${
            other.name
          } and orders in ${name} would be called the same`,
        });
      }
    }),
  );

const image = z.strictObject(
  {
    repository: pattern(
      /^[a-z0-9][a-z0-9.-]*(:[0-9]+)?(\/[a-z0-9._-]+)+$/,
      'an image without tag or digest, such as ghcr.io/stefanprodan/podinfo',
    ),
    tag: pattern(
      /^(?!latest$)[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/,
      "a pinned tag, in quotes where it looks like a number, such as '6.9'",
    ),
  },
  expected('an image with repository and tag'),
);

const repository = z.strictObject(
  {
    url: pattern(
      /^https?:\/\/[^\s/@]+\/[^\s@]+\.git$/,
      'the https URL of this repository, without credentials and ending with .git',
    ),
    branch: pattern(
      /^[A-Za-z0-9][A-Za-z0-9._/-]*$/,
      'the branch that Argo CD follows, such as main',
    ),
  },
  expected('a repository with url and branch'),
);

const features = z.looseObject(
  {
    mesh: z
      .enum(['linkerd', 'istio', 'none'], expected('linkerd, istio or none'))
      .optional(),
  },
  expected('a map of switches'),
);

/** What these hold is the GitOps platform's own business: its command line reads them. */
const elsewhere = z.unknown().optional();

/** @internal */
export const platformSchema = z
  .strictObject(
    {
      organisation: pattern(
        /^[A-Za-z0-9][A-Za-z0-9_.-]*$/,
        "the organisation's name, such as acme",
      ),
      repository,
      registry,
      placeholderImage: image,
      secretStore: z.strictObject(
        {
          kind: z.enum(
            ['ClusterSecretStore', 'SecretStore'],
            expected('ClusterSecretStore or SecretStore'),
          ),
          name: label('vault'),
        },
        expected('a secret store with kind and name'),
      ),
      environments,
      release: elsewhere,
      clusters: elsewhere,
      aws: elsewhere,
      contact: elsewhere,
      sso: elsewhere,
      network: elsewhere,
      notifications: elsewhere,
      features: features.optional(),
      workloads: elsewhere,
      terraform: elsewhere,
    },
    expected(
      'a map with organisation, repository, registry, placeholderImage, secretStore and environments',
    ),
  )
  .transform(
    ({
      organisation,
      repository: { url, branch },
      registry: images,
      placeholderImage,
      secretStore,
      environments: list,
      features: switches,
    }) => ({
      organisation,
      repository: { url, branch },
      registry: images,
      placeholderImage,
      secretStore,
      environments: list,
      mesh: switches?.mesh,
    }),
  );
