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

import {
  RiArrowRightCircleFill,
  RiCheckboxCircleFill,
  RiCircleLine,
} from '@remixicon/react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { gitopsArgocdTranslationRef } from '../../translation';
import styles from './Rollout.module.css';

/** The steps of a rollout in order, and which of them it is at. */
export function RolloutSteps(props: {
  steps: string[];
  /** From 1; beyond the last where all are done. */
  step?: number;
}) {
  const { steps, step = 0 } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <div>
      <Text variant="body-small" color="secondary">
        {t('rollout.step', {
          step: String(Math.min(step, steps.length)),
          total: String(steps.length),
        })}
      </Text>
      <ol className={styles.steps} aria-label={t('rollout.steps')}>
        {steps.map((text, index) => {
          const done = index + 1 < step;
          const current = index + 1 === step;
          return (
            <li
              key={`${index} ${text}`}
              className={styles.step}
              aria-current={current ? 'step' : undefined}
            >
              {done && (
                <RiCheckboxCircleFill
                  className={styles.done}
                  size={16}
                  aria-hidden
                />
              )}
              {current && (
                <RiArrowRightCircleFill
                  className={styles.current}
                  size={16}
                  aria-hidden
                />
              )}
              {!done && !current && (
                <RiCircleLine className={styles.ahead} size={16} aria-hidden />
              )}
              <span>
                {text}
                {done && (
                  <Text variant="body-small" color="secondary">{` ${t(
                    'rollout.done',
                  )}`}</Text>
                )}
                {current && (
                  <Text variant="body-small" weight="bold">{` ${t(
                    'rollout.current',
                  )}`}</Text>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
