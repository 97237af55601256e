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

import type { DeliveryFigure } from '@gitops-platform/backstage-plugin-gitops-common';
import { SeriesChart } from '../charts';
import { useWords } from '../translation';
import { axisOf } from './model/axisOf';
import { chartPoints } from './model/chartPoints';
import { valueText } from './model/valueText';

/** How often something happened stands from the ground; how long or how well, from period to period. */
const SHAPES = {
  deploymentFrequency: 'bars',
  leadTime: 'line',
  changeFailureRate: 'bars',
  timeToRestore: 'line',
  availability: 'line',
  secretRotation: 'bars',
} as const;

/** A figure per period. */
export function FigureChart({ figure }: { figure: DeliveryFigure }) {
  const { name, unit } = figure;
  const words = useWords();
  const { t } = words;
  const axis = axisOf(figure);
  return (
    <SeriesChart
      label={t('figures.chart', { figure: t(`figure.${name}`) })}
      hint={t('figures.chartHint')}
      shape={SHAPES[name]}
      points={chartPoints(figure, words)}
      axis={{
        ...axis,
        fromText: axis.from === 0 ? '0' : valueText(axis.from, unit, words),
        toText: valueText(axis.to, unit, words),
      }}
    />
  );
}
