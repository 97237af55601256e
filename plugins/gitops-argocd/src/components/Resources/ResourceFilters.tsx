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

import { Flex, SearchField, Select, Switch, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplicationResource } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsReactTranslationRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { countBy } from '../../model/countBy';
import type { ResourceFilter } from '../../model/filterResources';
import { gitopsArgocdTranslationRef } from '../../translation';
import styles from './ResourceFilters.module.css';

/** Which resources to show, by name, kind and health. */
export function ResourceFilters(props: {
  resources: ApplicationResource[];
  /** How many fit. */
  shown: number;
  filter: ResourceFilter;
  onChange(filter: ResourceFilter): void;
}) {
  const { resources, shown, filter, onChange } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const { t: word } = useTranslationRef(gitopsReactTranslationRef);
  const option = (value: string, count: number) =>
    t('resources.option', { value, number: String(count) });
  const healths = countBy(resources, ({ health }) => health);
  const kinds = countBy(resources, ({ kind }) => kind);
  const count = resources.length;
  return (
    <Flex direction="column" gap="3">
      <div className={styles.filters}>
        <SearchField
          size="small"
          label={t('resources.search')}
          placeholder={t('resources.searchHint')}
          value={filter.text}
          onChange={text => onChange({ ...filter, text })}
        />
        <Select
          size="small"
          label={t('resources.health')}
          placeholder={t('resources.any')}
          selectionMode="multiple"
          options={healths.map(({ value, count: of }) => ({
            id: value,
            label: option(word(`health.${value}`), of),
          }))}
          value={filter.healths}
          onChange={keys =>
            onChange({
              ...filter,
              healths: healths
                .map(({ value }) => value)
                .filter(value => keys.includes(value)),
            })
          }
        />
        <Select
          size="small"
          label={t('resources.kind')}
          placeholder={t('resources.any')}
          selectionMode="multiple"
          options={kinds.map(({ value, count: of }) => ({
            id: value,
            label: option(value, of),
          }))}
          value={filter.kinds}
          onChange={keys => onChange({ ...filter, kinds: keys.map(String) })}
        />
      </div>
      <Flex justify="between" align="center" gap="3" className={styles.below}>
        <Switch
          label={t('resources.unwell')}
          isSelected={filter.unwell}
          onChange={unwell => onChange({ ...filter, unwell })}
        />
        <Text variant="body-small" color="secondary" role="status">
          {shown === count
            ? t('resources.shown', { count })
            : t('resources.shownOf', {
                shown: String(shown),
                total: String(count),
              })}
        </Text>
      </Flex>
    </Flex>
  );
}
