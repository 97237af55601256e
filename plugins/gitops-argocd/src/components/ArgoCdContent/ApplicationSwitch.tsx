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

import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import { applicationKey } from '../../model/applicationKey';
import { applicationTitles } from '../../model/applicationTitles';
import styles from './ApplicationSwitch.module.css';

/** Chooses between the environments' Applications. */
export function ApplicationSwitch(props: {
  applications: ApplicationOverview[];
  selected: ApplicationOverview;
  onSelect(application: ApplicationOverview): void;
}) {
  const { applications, selected, onSelect } = props;
  const titles = applicationTitles(applications);
  return (
    <ToggleButtonGroup
      className={styles.group}
      aria-label="Environment"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[applicationKey(selected)]}
      onSelectionChange={keys => {
        const chosen = applications.find(application =>
          keys.has(applicationKey(application)),
        );
        if (chosen) {
          onSelect(chosen);
        }
      }}
    >
      {applications.map((application, index) => (
        <ToggleButton
          key={applicationKey(application)}
          id={applicationKey(application)}
        >
          {titles[index]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
