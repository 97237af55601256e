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

import { Grid, SearchField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetFacets } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsTranslationRef } from '../translation';
import { FacetSelect } from './FacetSelect';
import { FACETS, type FleetFilter } from './fleetFilter';
import { useTypedSearch } from './useTypedSearch';

/** What narrows the rows: a search, and a choice per facet with how many rows each value has. */
export function FleetFilters(props: {
  filter: FleetFilter;
  /** Left out before the first answer. */
  facets: FleetFacets | undefined;
  onChange(change: Partial<FleetFilter>): void;
}) {
  const { filter, facets, onChange } = props;
  const { t } = useTranslationRef(gitopsTranslationRef);
  const [typed, type] = useTypedSearch(filter.search, search =>
    onChange({ search }),
  );
  return (
    <section aria-label={t('filter.label')}>
      <Grid.Root columns={{ initial: '1', sm: '2', md: '4' }} gap="3">
        <Grid.Item colSpan={{ initial: '1', sm: '2', md: '2' }}>
          <SearchField
            label={t('filter.search')}
            placeholder={t('filter.searchHint')}
            size="small"
            value={typed}
            onChange={type}
          />
        </Grid.Item>
        {FACETS.map(facet => (
          <FacetSelect
            key={facet}
            facet={facet}
            label={t(`filter.${facet}`)}
            values={facets?.[facet] ?? []}
            chosen={filter.facets[facet]}
            onChange={values =>
              onChange({ facets: { ...filter.facets, [facet]: values } })
            }
          />
        ))}
      </Grid.Root>
    </section>
  );
}
