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
import { durationWords } from './durationWords';
import { perPeriod } from './perPeriod';
import { shareText } from './shareText';

/** A figure's value in units that people use: "3.2 a week", "1 day 4 hours", "99.95 %". */
export function valueText(
  value: number,
  unit: DeliveryFigure['unit'],
  { t, locale }: Words,
): string {
  switch (unit) {
    case 'seconds':
      return durationWords(value, locale);
    case 'share':
      return shareText(value, locale);
    default: {
      if (value === 0) {
        return t('rate.never');
      }
      const { rate, period } = perPeriod(value);
      return t(`rate.${period}`, {
        rate: rate.toLocaleString(locale, { maximumFractionDigits: 1 }),
      });
    }
  }
}
