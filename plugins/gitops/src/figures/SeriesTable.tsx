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
import { useWords } from '../translation';
import styles from './Figures.module.css';
import { chartPoints } from './model/chartPoints';

/** What the chart of a figure shows, as a table, the newest period first. */
export function SeriesTable({ figure }: { figure: DeliveryFigure }) {
  const words = useWords();
  const { t } = words;
  return (
    <div className={styles.scroll}>
      <table className={styles.series}>
        <thead>
          <tr>
            <th scope="col">{t('figures.period')}</th>
            <th scope="col">{t('figures.value')}</th>
            <th scope="col">{t('figures.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {chartPoints(figure, words)
            .reverse()
            .map(({ period, text, basis }) => (
              <tr key={period}>
                <th scope="row">{period}</th>
                <td>{text}</td>
                <td>{basis}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
