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

import { Select } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import { applicationKey } from '../../model/applicationKey';
import { applicationTitles } from '../../model/applicationTitles';
import { gitopsArgocdTranslationRef } from '../../translation';
import { ApplicationButtons } from './ApplicationButtons';
import styles from './ApplicationSwitch.module.css';

// More than that is searched, not read.
const BUTTONS_AT_MOST = 8;

/** Chooses between the environments' Applications. */
export function ApplicationSwitch(props: {
  applications: ApplicationOverview[];
  selected: ApplicationOverview;
  onSelect(application: ApplicationOverview): void;
}) {
  const { applications, selected, onSelect } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const titles = applicationTitles(applications);
  const options = applications.map((application, index) => ({
    id: applicationKey(application),
    label: titles[index],
    application,
  }));
  const select = (key: string) => {
    const chosen = options.find(({ id }) => id === key);
    if (chosen) {
      onSelect(chosen.application);
    }
  };
  const shared = {
    label: t('choice.label'),
    selected: applicationKey(selected),
    onSelect: select,
  };
  return applications.length <= BUTTONS_AT_MOST ? (
    <ApplicationButtons {...shared} options={options} />
  ) : (
    <Select
      className={styles.select}
      label={shared.label}
      options={options.map(({ id, label }) => ({ id, label }))}
      search={{ placeholder: shared.label }}
      value={shared.selected}
      onChange={key => select(String(key))}
    />
  );
}
