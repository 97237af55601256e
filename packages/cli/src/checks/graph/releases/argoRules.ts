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

import type { Rendering } from '../../rendering';
import { isRecord, listAt, textAt } from '../../yaml';
import { expects } from './expects';
import type { ReleaseRule } from './releaseRule';

const cm = (key: string) => ['configs', 'cm', key];

function isManaged({ platform }: Rendering): boolean {
  return platform.features.argocd === 'eks-capability';
}

/** What Argo CD and what belongs to it must be told. @internal */
export const argoRules: readonly ReleaseRule[] = [
  {
    id: 'graph/argocd-health',
    title: 'Argo CD waits for the health of Applications and ApplicationSets',
    charts: ['argo-cd'],
    findings: ({ values }, rendering) =>
      ['Application', 'ApplicationSet']
        .filter(
          kind =>
            !isManaged(rendering) &&
            !textAt(
              values,
              ...cm(`resource.customizations.health.argoproj.io_${kind}`),
            ),
        )
        .map(kind => ({
          what: `does not judge the health of a child ${kind}: no band waits for the one before`,
          mend: `Set configs.cm."resource.customizations.health.argoproj.io_${kind}".`,
        })),
  },
  {
    id: 'graph/server-side-diff',
    title: 'Argo CD compares as it applies: on the server',
    charts: ['argo-cd'],
    findings: expects(
      ['configs', 'params', 'controller.diff.server.side'],
      true,
      'with server-side apply, a diff on the client errs on new fields',
    ),
  },
  {
    id: 'graph/webhook-drift',
    title: 'What controllers write into webhooks is not taken for drift',
    charts: ['argo-cd'],
    findings: ({ values }) =>
      ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration']
        .filter(
          kind =>
            !(
              textAt(
                values,
                ...cm(
                  `resource.customizations.ignoreDifferences.admissionregistration.k8s.io_${kind}`,
                ),
              ) ?? ''
            ).includes('caBundle'),
        )
        .map(kind => ({
          what: `caBundle of ${kind} is not ignored: what injects it and Argo CD undo each other`,
          mend: `Ignore it in configs.cm."resource.customizations.ignoreDifferences.admissionregistration.k8s.io_${kind}"; an add-on asks for it by ignoreDifferences in its addon.yaml.`,
        })),
  },
  {
    id: 'graph/rollouts-traefik-group',
    title: 'Argo Rollouts knows the API group of Traefik 3',
    charts: ['argo-rollouts'],
    findings: ({ values }) => {
      const args = listAt(values, 'controller', 'extraArgs')
        .map(String)
        .join(' ');
      return [
        ['--traefik-api-group', 'traefik.io'],
        ['--traefik-api-version', 'traefik.io/v1alpha1'],
      ]
        .filter(
          ([name, value]) =>
            !new RegExp(`${name}[= ]${value}(\\s|$)`).test(args),
        )
        .map(([name, value]) => ({
          what: `lacks ${name}=${value}: the default is the group of Traefik 2`,
          mend: 'Add it to controller.extraArgs.',
        }));
    },
  },
  {
    id: 'graph/image-updater',
    title: 'Image Updater renews the token of ECR before it runs out',
    charts: ['argocd-image-updater'],
    findings: ({ values }) =>
      listAt(values, 'config', 'registries')
        .filter(isRecord)
        .flatMap(registry => {
          const hours = /^(\d+)h/.exec(
            textAt(registry, 'credsexpire') ?? '',
          )?.[1];
          const isEcr = JSON.stringify(registry).includes('.dkr.ecr.');
          return isEcr && !(Number(hours) < 12)
            ? [
                {
                  what: `registry ${textAt(
                    registry,
                    'name',
                  )}: a token of ECR lasts twelve hours, credsexpire is ${
                    textAt(registry, 'credsexpire') ?? 'not set'
                  }`,
                  mend: 'Set credsexpire below 12h.',
                },
              ]
            : [];
        }),
  },
];
