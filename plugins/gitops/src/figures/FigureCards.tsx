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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DeliveryFigure } from '@gitops-platform/backstage-plugin-gitops-common';
import { EmptyNotice } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../translation';
import { FigureCard } from './FigureCard';
import styles from './Figures.module.css';

/** The figures side by side, in the order in which they come. */
export function FigureCards(props: {
  figures: DeliveryFigure[];
  /** The one whose deployments are listed. */
  chosen?: DeliveryFigure['name'];
  onChoose(name: DeliveryFigure['name'] | undefined): void;
}) {
  const { figures, chosen, onChoose } = props;
  const { t } = useTranslationRef(gitopsTranslationRef);
  if (figures.length === 0) {
    return <EmptyNotice title={t('figures.noFigures')} />;
  }
  return (
    <ul className={styles.cards} aria-label={t('figures.title')}>
      {figures.map(figure => (
        <li key={figure.name} className={styles.card}>
          <FigureCard
            figure={figure}
            chosen={figure.name === chosen}
            onChoose={on => onChoose(on ? figure.name : undefined)}
          />
        </li>
      ))}
    </ul>
  );
}
