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
import type { Words } from '../../translation';
import { basisText } from './basisText';
import { dayText, periodText } from './periodText';
import { valueText } from './valueText';

/** A period of a figure's chart. */
export type ChartPoint = {
  /** The days, in words. */
  period: string;
  /** The first of them. */
  begins: string;
  /** Left out where there is no figure for the period. */
  value?: number;
  /** The value in words. */
  text: string;
  /** What it was computed from. */
  basis: string;
  /** All of it in a sentence. */
  label: string;
};

/** The periods of a figure with all that is said of them, the oldest first. */
export function chartPoints(
  { name, unit, series }: DeliveryFigure,
  words: Words,
): ChartPoint[] {
  const { t, locale } = words;
  return series.map(({ from, to, value, basis }) => {
    const period = periodText({ from, to }, locale);
    const begins = dayText(from, locale);
    const counted = basisText(name, basis, words);
    if (value === undefined) {
      return {
        period,
        begins,
        text: t('figures.gap'),
        basis: counted,
        label: t('figures.pointGap', { period }),
      };
    }
    const text = valueText(value, unit, words);
    return {
      period,
      begins,
      value,
      text,
      basis: counted,
      label: t('figures.point', { period, value: text, basis: counted }),
    };
  });
}
