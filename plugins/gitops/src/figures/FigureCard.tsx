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

import { Button, Text } from '@backstage/ui';
import { RiCheckLine } from '@remixicon/react';
import type { DeliveryFigure } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  asSentence,
  Disclosure,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { useWords } from '../translation';
import { FigureChart } from './FigureChart';
import styles from './Figures.module.css';
import { SeriesTable } from './SeriesTable';
import { basisText } from './model/basisText';
import { valueText } from './model/valueText';

/** A figure: its value, over what it stands, how it went, and how it is computed. */
export function FigureCard(props: {
  figure: DeliveryFigure;
  /** Its deployments are listed. */
  chosen: boolean;
  onChoose(chosen: boolean): void;
}) {
  const { figure, chosen, onChoose } = props;
  const { name, unit, value, reason, basis, unknown, deployments } = figure;
  const words = useWords();
  const { t } = words;
  const title = t(`figure.${name}`);
  const stands = basisText(name, basis, words);
  const over =
    unknown > 0
      ? t('figures.unknown', {
          basis: stands,
          unknown: basisText(name, unknown, words),
        })
      : t('figures.over', { basis: stands });
  return (
    <>
      <Text as="h3" variant="body-medium" weight="bold">
        {title}
      </Text>
      <p className={styles.value}>
        {value === undefined
          ? t('figures.noValue')
          : valueText(value, unit, words)}
      </p>
      <Text as="p" className={styles.text} variant="body-small">
        {value === undefined
          ? asSentence(reason ?? t('figures.noReason'))
          : over}
      </Text>
      <Text
        as="p"
        className={styles.text}
        variant="body-small"
        color="secondary"
      >
        {t(`figureDefinition.${name}`)}
      </Text>
      {figure.series.some(period => period.value !== undefined) && (
        <div className={styles.chart}>
          <FigureChart figure={figure} />
          <Disclosure label={t('figures.table')} about={title}>
            <SeriesTable figure={figure} />
          </Disclosure>
        </div>
      )}
      {deployments.length > 0 && (
        <Button
          className={styles.choose}
          size="small"
          variant="secondary"
          aria-pressed={chosen}
          iconStart={chosen ? <RiCheckLine aria-hidden /> : undefined}
          onPress={() => onChoose(!chosen)}
        >
          {t('figures.show', { count: deployments.length })}
        </Button>
      )}
    </>
  );
}
