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

import { listAt, recordAt, valueAt } from '../yaml';
import type { Figure } from './Figure';
import { hasAddOn, inFile, inManifests, inText } from './finders';
import { resources } from './resources';

const ARGOCD = 'infrastructure/argocd/values/default.yaml';

/** Figures of Argo CD, Tekton’s controllers and secrets. @internal */
export const platformFigures: readonly Figure[] = [
  ...(
    [
      ['server', resources(['250m', '512Mi'], ['500m', '1Gi'])],
      ['controller', resources(['500m', '1Gi'], ['1', '2Gi'])],
      ['repoServer', resources(['250m', '512Mi'], ['500m', '1Gi'])],
    ] as const
  ).map(([component, expected]) => ({
    figure: `Argo CD’s ${component}: requests and limits`,
    document: 'S4, ArgoCD Installation',
    where: `${ARGOCD}: ${component}.resources`,
    expected,
    find: inFile(ARGOCD, component, 'resources'),
  })),
  {
    figure: 'Argo CD looks into Git every 60 s',
    document: 'issue, Core',
    where: `${ARGOCD}: configs.cm."timeout.reconciliation"`,
    expected: '60s',
    find: inFile(ARGOCD, 'configs', 'cm', 'timeout.reconciliation'),
  },
  ...(['controller', 'webhook'] as const).map(component => ({
    figure: `Tekton’s ${component}: requests and limits`,
    document: 'S4, Tekton Components Installation',
    where: 'TektonConfig of infrastructure/tekton',
    expected: resources(['100m', '256Mi'], ['500m', '512Mi']),
    // A laptop has not that much.
    applies: hasAddOn('tekton', ['staging', 'production']),
    find: inManifests(
      'platform',
      ({ kind }) => kind === 'TektonConfig',
      ({ value }) => {
        const deployment = recordAt(
          value,
          ...['spec', 'pipeline', 'options', 'deployments'],
        )[`tekton-pipelines-${component}`];
        return valueAt(
          listAt(deployment, 'spec', 'template', 'spec', 'containers')[0],
          'resources',
        );
      },
    ),
  })),
  {
    figure: 'A secret that changed is in the pods’ volume after two minutes',
    document: 'issue, Secrets',
    where:
      'infrastructure/secrets-store-csi/values/default.yaml: rotationPollInterval',
    expected: '2m',
    find: inFile(
      'infrastructure/secrets-store-csi/values/default.yaml',
      'rotationPollInterval',
    ),
  },
  {
    figure: 'Tokens of ECR are renewed every six hours',
    document: 'issue, Core',
    where: 'CronJob of infrastructure/image-updater',
    expected: '0 */6 * * *',
    find: inText(
      /^infrastructure\/image-updater\/config\//,
      /schedule: '?([^'\n]+)'?/g,
    ),
  },
];
