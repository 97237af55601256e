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

import type { Manifest } from '../rendering';
import { isRecord, listAt, recordAt, textAt, valueAt } from '../yaml';
import { overRenderings } from './overRenderings';

/** @internal */
export const rolloutWeights = overRenderings(
  'graph/rollout-weights',
  'The weights that a Rollout shifts are not in Git',
  function* check({ manifests }, { count }) {
    for (const rollout of manifests.filter(({ kind }) => kind === 'Rollout')) {
      count('Rollouts');
      const name = textAt(
        rollout.value,
        ...['spec', 'strategy', 'canary', 'trafficRouting', 'traefik'],
        'weightedTraefikServiceName',
      );
      const service = manifests.find(
        one =>
          one.kind === 'TraefikService' &&
          one.name === name &&
          one.application === rollout.application,
      );
      if (name && !service) {
        yield {
          file: rollout.file,
          line: rollout.line,
          what: `Rollout ${rollout.name} shifts the TraefikService ${name}, which its Application does not have`,
          mend: 'Add the TraefikService, without weights.',
        };
      }
      const weighted = listAt(service?.value, 'spec', 'weighted', 'services');
      if (
        service &&
        weighted.some(one => valueAt(one, 'weight') !== undefined)
      ) {
        yield {
          file: service.file,
          line: service.line,
          what: `TraefikService ${name} has weights: each sync resets what Rollout ${rollout.name} shifted`,
          mend: 'Leave weight out, and let Argo CD ignore the field.',
        };
      }
    }
  },
  { samples: true },
);

/** @internal */
export const rolloutPauses = overRenderings(
  'graph/rollout-pauses',
  'No Rollout waits for ever: a paused one is Suspended, and what comes after it waits too',
  function* check({ manifests }, { count }) {
    for (const { kind, value, file, line, name } of manifests) {
      if (kind !== 'Rollout') continue;
      count('Rollouts');
      const steps = listAt(value, 'spec', 'strategy', 'canary', 'steps');
      const endless = steps.some(
        step =>
          isRecord(step) &&
          'pause' in step &&
          valueAt(step, 'pause', 'duration') === undefined,
      );
      if (
        endless ||
        valueAt(
          value,
          'spec',
          'strategy',
          'blueGreen',
          'autoPromotionEnabled',
        ) === false
      ) {
        yield {
          file,
          line,
          what: `Rollout ${name} waits until somebody promotes it`,
          mend: 'Give each pause a duration and decide by an analysis.',
        };
      }
    }
  },
  { samples: true },
);

/** @internal */
export const meshIngress = overRenderings(
  'graph/mesh-ingress',
  'Routes into the mesh cannot be led astray by a header of the client',
  function* check(rendering, { count }) {
    const { platform, manifests, releases } = rendering;
    if (platform.features.mesh !== 'linkerd') return;
    for (const release of releases.filter(({ chart }) => chart === 'traefik')) {
      count('ingress controllers');
      const annotations = recordAt(
        release.values,
        'deployment',
        'podAnnotations',
      );
      const mode = annotations['linkerd.io/inject'];
      if (mode === undefined) {
        yield {
          file: release.files[release.files.length - 1],
          what: 'Traefik’s pods do not say how they join the mesh',
          mend: 'Set deployment.podAnnotations."linkerd.io/inject": ingress, or enabled with nativeLB services.',
        };
      } else if (mode === 'ingress' && !manifests.some(stripsOverride)) {
        yield {
          file: release.files[release.files.length - 1],
          what: 'in ingress mode Linkerd goes where l5d-dst-override says, and nothing takes that header from clients',
          mend: 'Strip l5d-dst-override in the default Middleware of the entry point.',
        };
      }
    }
  },
);

function stripsOverride({ kind, value }: Manifest): boolean {
  const headers = recordAt(value, 'spec', 'headers', 'customRequestHeaders');
  return (
    kind === 'Middleware' &&
    Object.keys(headers).some(key => key.toLowerCase() === 'l5d-dst-override')
  );
}

/** @internal */
export const certificateRotation = overRenderings(
  'graph/certificate-rotation',
  'The certificates of the mesh get a new key at each renewal, in time',
  function* check({ manifests }, { count }) {
    for (const { kind, value, file, line, name, namespace } of manifests) {
      const secret = textAt(value, 'spec', 'secretName') ?? '';
      if (kind !== 'Certificate' || !/linkerd/.test(`${namespace} ${secret}`))
        continue;
      // A CA that nobody hands out twice keeps its key: what it signed stays trusted.
      if (
        valueAt(value, 'spec', 'isCA') === true &&
        !/anchor|identity/.test(name)
      )
        continue;
      count('certificates');
      if (textAt(value, 'spec', 'privateKey', 'rotationPolicy') !== 'Always') {
        yield {
          file,
          line,
          what: `Certificate ${name} keeps its key at each renewal`,
          mend: 'Set privateKey.rotationPolicy: Always.',
        };
      }
      if (
        !textAt(value, 'spec', 'duration') ||
        !textAt(value, 'spec', 'renewBefore')
      ) {
        yield {
          file,
          line,
          what: `Certificate ${name} does not say when it is renewed`,
          mend: 'Set duration and renewBefore.',
        };
      }
    }
  },
);
