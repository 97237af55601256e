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

import { listAt, textAt, valueAt } from '../../yaml';
import { expects } from './expects';
import type { ReleaseRule } from './releaseRule';

/** What keeps and brings secrets must be told. @internal */
export const secretRules: readonly ReleaseRule[] = [
  {
    id: 'graph/reloader',
    title: 'Reloader restarts by an annotation, which Argo CD ignores',
    charts: ['reloader'],
    findings: expects(
      ['reloader', 'reloadStrategy'],
      'annotations',
      'the default writes variables into pods, which Argo CD takes away again',
    ),
  },
  {
    id: 'graph/csi',
    title: 'The CSI driver syncs and rotates Secrets, and is installed once',
    charts: [
      'secrets-store-csi-driver',
      'secrets-store-csi-driver-provider-aws',
    ],
    findings: ({ values, chart }, { releases }) => {
      if (chart === 'secrets-store-csi-driver-provider-aws') {
        const isTwice = releases.some(
          one => one.chart === 'secrets-store-csi-driver',
        );
        return isTwice &&
          valueAt(values, 'secrets-store-csi-driver', 'install') !== false
          ? [
              {
                what: 'the provider’s chart installs the driver a second time',
                mend: 'Set secrets-store-csi-driver.install: false.',
              },
            ]
          : [];
      }
      const audiences = listAt(values, 'tokenRequests').map(one =>
        textAt(one, 'audience'),
      );
      return [
        ...['syncSecret.enabled', 'enableSecretRotation']
          .filter(path => valueAt(values, ...path.split('.')) !== true)
          .map(path => ({
            what: `${path} is off, which is the default`,
            mend: `Set ${path}: true.`,
          })),
        ...['sts.amazonaws.com', 'pods.eks.amazonaws.com']
          .filter(audience => !audiences.includes(audience))
          .map(audience => ({
            what: `tokenRequests has no audience ${audience}: the provider gets no identity`,
            mend: 'Add it.',
          })),
      ];
    },
  },
  {
    id: 'graph/vault-readiness',
    title:
      'A vault that is not initialised yet does not hold up the bands after it',
    charts: ['vault', 'openbao'],
    findings: ({ values, chart }) =>
      /uninitcode=20\d/.test(
        textAt(values, 'server', 'readinessProbe', 'path') ?? '',
      )
        ? []
        : [
            {
              what: `${chart}’s pods are not ready until they are initialised: the health that Argo CD waits for never comes`,
              mend: 'Set server.readinessProbe.path with uninitcode=204.',
            },
          ],
  },
];
