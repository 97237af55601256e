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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { gitopsReactTranslationRef } from '../../translation';
import styles from './EnvironmentSwitch.module.css';

// The name of no environment: Kubernetes and Git allow none with a space.
const ALL = 'all environments';

/**
 * Props of {@link EnvironmentSwitch}.
 * @public
 */
export type EnvironmentSwitchProps = {
  environments: string[];
  /** `undefined` stands for all of them. */
  selected: string | undefined;
  onSelect(environment: string | undefined): void;
};

/**
 * Chooses an environment, or all. Shows nothing where there is no choice.
 * @public
 */
export function EnvironmentSwitch(props: EnvironmentSwitchProps) {
  const { environments, selected, onSelect } = props;
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  if (environments.length < 2) {
    return null;
  }
  return (
    <ToggleButtonGroup
      className={styles.group}
      aria-label={t('environment.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected ?? ALL]}
      onSelectionChange={keys =>
        keys.forEach(key => onSelect(key === ALL ? undefined : String(key)))
      }
    >
      {[ALL, ...environments].map(environment => (
        <ToggleButton key={environment} id={environment}>
          {environment === ALL ? t('environment.all') : environment}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
