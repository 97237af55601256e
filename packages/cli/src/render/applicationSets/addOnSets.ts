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

import type { JsonObject } from '@backstage/types';
import { type Band, BANDS, CONFIG_OFFSET } from '../../addons';
import type { Placement, RenderContext } from '../RenderContext';
import { chartTemplate, configTemplate } from './addOnTemplate';
import { applicationSet } from './applicationSet';
import { elementOf } from './elementOf';

/** Terraform puts it on Argo CD's Secret of each cluster that it makes: the environment of `terraform/` that did. */
const MADE_BY = 'environment';

/** Terraform hands over to the clusters that it makes; for others, `platform.yaml` says what it would. */
const isHandedOver = ({ addOn, cluster }: Placement) =>
  Object.keys(addOn.handOff).length > 0 && cluster.terraform !== undefined;

/** One ApplicationSet per band and part, and one for each chart that takes something over from Terraform. */
export function addOnSets(context: RenderContext): JsonObject[] {
  return bandNames().flatMap(band => {
    const here = context.placements.filter(({ addOn }) => addOn.band === band);
    const charts = here.filter(({ addOn }) => addOn.chart);
    const configs = here.filter(({ hasConfig }) => hasConfig);
    const plain = charts.filter(one => !isHandedOver(one));
    const names = new Set(
      charts.filter(isHandedOver).map(({ addOn }) => addOn.name),
    );
    return [
      ...listSet(context, { band, part: 'chart', placements: plain }),
      ...[...names].map(name =>
        handOffSet(
          context,
          charts.filter(one => one.addOn.name === name && isHandedOver(one)),
        ),
      ),
      ...listSet(context, { band, part: 'config', placements: configs }),
    ];
  });
}

function bandNames(): Band[] {
  return Object.entries(BANDS)
    .sort(([, a], [, b]) => a - b)
    .map(([name]) => name as Band);
}

function listSet(
  { platform }: RenderContext,
  options: { band: Band; part: 'chart' | 'config'; placements: Placement[] },
): JsonObject[] {
  const { band, part, placements } = options;
  if (placements.length === 0) {
    return [];
  }
  const isChart = part === 'chart';
  return [
    applicationSet({
      name: `${band}-${part}s`,
      labels: { 'platform/band': band },
      wave: BANDS[band] + (isChart ? 0 : CONFIG_OFFSET),
      generators: [
        { list: { elements: placements.map(one => elementOf(one, part)) } },
      ],
      template: isChart
        ? chartTemplate(platform, { band })
        : configTemplate(platform, { band }),
    }),
  ];
}

function handOffSet(
  { platform }: RenderContext,
  placements: Placement[],
): JsonObject {
  const { band, name, handOff } = placements[0].addOn;
  return applicationSet({
    name: `${band}-charts-${name}`,
    labels: { 'platform/band': band },
    wave: BANDS[band],
    generators: placements.map(placement => ({
      matrix: {
        generators: [
          {
            clusters: {
              selector: {
                matchLabels: {
                  'argocd.argoproj.io/secret-type': 'cluster',
                  [MADE_BY]: placement.cluster.terraform,
                },
              },
            },
          },
          { list: { elements: [elementOf(placement, 'chart')] } },
        ],
      },
    })),
    template: chartTemplate(platform, { band, handOff }),
  });
}
