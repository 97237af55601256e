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

import { Flex, Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { gitopsTranslationRef } from '../translation';
import {
  ALL_ENVIRONMENTS,
  RANGES,
  type DeploymentsAddress,
} from './deploymentsAddress';
import styles from './Deployments.module.css';

/** Chooses of which time and environment the deployments and their figures are. */
export function DeploymentsFilter(props: {
  address: DeploymentsAddress;
  environments: string[];
  onChange(changes: Partial<DeploymentsAddress>): void;
}) {
  const { address, environments, onChange } = props;
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <Flex className={styles.filter} align="center" gap="3">
      <ToggleButtonGroup
        aria-label={t('deployments.range')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[String(address.days)]}
        onSelectionChange={keys => {
          const [days] = keys;
          onChange({ days: Number(days) });
        }}
      >
        {RANGES.map(days => (
          <ToggleButton key={days} id={String(days)} size="small">
            {days === 365
              ? t('deployments.year')
              : t('deployments.days', { days: String(days) })}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Select
        aria-label={t('deployments.environment')}
        size="small"
        options={environments.map(environment => ({
          id: environment,
          label:
            environment === ALL_ENVIRONMENTS
              ? t('deployments.all')
              : environment,
        }))}
        value={address.environment}
        onChange={environment => onChange({ environment: String(environment) })}
      />
    </Flex>
  );
}
