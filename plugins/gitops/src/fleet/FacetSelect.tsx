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
import type { FacetValue } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsTranslationRef } from '../translation';
import { facetOptions } from './facetOptions';
import type { Facet } from './fleetFilter';

const SEARCHABLE_FROM = 8;

/** Chooses any number of a facet's values. */
export function FacetSelect(props: {
  facet: Facet;
  label: string;
  values: FacetValue[];
  chosen: string[];
  onChange(chosen: string[]): void;
}) {
  const { facet, label, values, chosen, onChange } = props;
  const { t } = useTranslationRef(gitopsTranslationRef);
  const options = facetOptions({ facet, values, chosen }).map(
    ({ value, text, count }) => ({
      id: value,
      label: t('filter.option', {
        value:
          value === 'none' && facet === 'owner' ? t('filter.unclaimed') : text,
        rows: String(count),
      }),
    }),
  );
  return (
    <Select
      label={label}
      size="small"
      selectionMode="multiple"
      placeholder={t('filter.any')}
      search={options.length >= SEARCHABLE_FROM ? {} : undefined}
      options={options}
      value={chosen}
      onChange={keys => onChange(keys.map(String))}
    />
  );
}
