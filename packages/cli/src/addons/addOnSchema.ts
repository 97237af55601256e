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
import { SWITCHES } from '../platform/switches';
import { BANDS, type Band } from './bands';

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

const text = (what: string) => z.string(expected(what)).trim().min(1, what);

const label = (what: string) => z.string(expected(what)).regex(LABEL, what);

const option = z
  .union([z.string(), z.boolean()], expected('an option of the switch'))
  .transform(value => {
    if (typeof value === 'string') {
      return value;
    }
    return value ? 'on' : 'off';
  });

const when = z
  .record(
    z.string(),
    z
      .union([option, z.array(option).min(1)], expected('an option, or a list'))
      .transform(value => (Array.isArray(value) ? value : [value])),
    expected('a map of switches'),
  )
  .superRefine((conditions, context) =>
    Object.entries(conditions).forEach(([name, options]) => {
      const known = SWITCHES.get(name);
      const wrong = options.filter(one => !known?.includes(one));
      if (wrong.length > 0) {
        context.addIssue({
          code: 'custom',
          path: [name],
          message: known
            ? `one or more of ${known.join(', ')}`
            : `a switch of platform.yaml: ${[...SWITCHES.keys()].join(', ')}`,
        });
      }
    }),
  );

const chart = z.strictObject(
  {
    repository: z
      .string(expected('the https:// or oci:// address of a chart repository'))
      .regex(
        /^(https|oci):\/\/[^\s@]+$/,
        'the https:// or oci:// address of a chart repository',
      ),
    name: label("the chart's name"),
    version: z
      .string(expected('a pinned version in quotes'))
      .regex(/^v?\d+\.\d+\.\d+[-+.\w]*$/, 'a pinned version, such as 41.3.0'),
    appVersion: text(
      'the version of what the chart installs, in quotes',
    ).optional(),
    directory: text('a name below --charts DIR').optional(),
    releaseName: label('the name of the Helm release').optional(),
  },
  expected('a chart with repository, name and version'),
);

const groupKind = {
  group: z.string(expected('an API group')),
  kind: text('a kind'),
};

const BAND_NAMES = Object.keys(BANDS).filter(
  (name): name is Exclude<Band, 'workloads'> => name !== 'workloads',
);

/** @internal */
export const addOnSchema = z.strictObject(
  {
    name: label('the name of its folder'),
    description: text('what it is, in one sentence'),
    when: when.default({}),
    chart: chart.optional(),
    namespace: label('a namespace'),
    namespaces: z
      .array(label('a namespace'), expected('a list of namespaces'))
      .default([]),
    privileged: z.boolean(expected('true or false')).default(false),
    podSecurity: z
      .enum(
        ['restricted', 'baseline', 'privileged'],
        expected('restricted, baseline or privileged'),
      )
      .optional(),
    band: z.enum(BAND_NAMES, expected(`one of ${BAND_NAMES.join(', ')}`)),
    crds: z
      .array(text('an API group'), expected('a list of API groups'))
      .default([]),
    needs: z
      .array(label('the name of an add-on'), expected('a list of add-ons'))
      .default([]),
    handOff: z
      .record(
        text('a Helm parameter'),
        text('an annotation of the cluster Secret'),
        expected('a map of Helm parameters to annotations'),
      )
      .default({}),
    links: z
      .record(z.string(), text('an address'), expected('a map of addresses'))
      .default({}),
    secrets: z
      .array(
        z.strictObject(
          {
            name: text('the name of a Secret'),
            namespace: label('its namespace'),
            from: text('who makes it'),
          },
          expected('a Secret with name, namespace and from'),
        ),
        expected('a list of Secrets'),
      )
      .default([]),
    ignoreDifferences: z
      .array(
        z.strictObject(
          {
            ...groupKind,
            jqPathExpressions: z.array(text('a jq path')).optional(),
            jsonPointers: z.array(text('a JSON pointer')).optional(),
            why: text('why it differs by design'),
          },
          expected('a difference with group, kind and why'),
        ),
        expected('a list of differences'),
      )
      .default([]),
    clusterResources: z
      .array(
        z.strictObject(groupKind, expected('group and kind')),
        expected('a list of kinds'),
      )
      .default([]),
  },
  expected('a map with name, description, namespace and band'),
);
