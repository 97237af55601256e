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

import { useMemo } from 'react';
import { Button, Container, Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyNotice,
  LiveContent,
  UpstreamNotices,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../translation';
import { fleetQueryOf, isNarrowed, parseFleetFilter } from './fleetFilter';
import { FleetFilters } from './FleetFilters';
import type { FleetPages } from './fleetPages';
import { FleetTable } from './FleetTable';
import { useFleet } from './useFleet';
import { useFleetFilter } from './useFleetFilter';
import { useLastFacets } from './useLastFacets';

/** Every Application that one may read, narrowed and sorted by what stands in the page's address. */
export function FleetPage() {
  const { t } = useTranslationRef(gitopsTranslationRef);
  const [filter, change] = useFleetFilter();
  const query = useMemo(() => fleetQueryOf(filter), [filter]);
  const fleet = useFleet(query);
  const facets = useLastFacets(fleet.state);
  const narrowed = isNarrowed(filter);
  const clear = () => {
    const { search, facets: none } = parseFleetFilter(new URLSearchParams());
    change({ search, facets: none });
  };

  const rows = (pages: FleetPages) => {
    if (pages.total === 0) {
      return narrowed ? (
        <EmptyNotice title={t('fleet.noMatch')}>
          <Button variant="secondary" onPress={clear}>
            {t('fleet.clear')}
          </Button>
        </EmptyNotice>
      ) : (
        <EmptyNotice title={t('fleet.empty')}>
          {t('fleet.emptyHint')}
        </EmptyNotice>
      );
    }
    return (
      <FleetTable
        label={t('fleet.label')}
        rows={pages.items}
        filter={filter}
        onSort={change}
        onEndReached={pages.nextCursor ? fleet.loadMore : undefined}
      />
    );
  };

  return (
    <Container>
      <Flex direction="column" gap="4" py="4">
        <FleetFilters filter={filter} facets={facets} onChange={change} />
        <LiveContent resource={fleet} what={t('fleet.what')} lines={12}>
          {pages => (
            <Flex direction="column" gap="3">
              <UpstreamNotices system="Argo CD" instances={pages.instances} />
              <Flex align="center" justify="between">
                <Text as="p" color="secondary" aria-live="polite">
                  {pages.nextCursor
                    ? t('fleet.totalLoaded', {
                        total: pages.total.toLocaleString(),
                        loaded: pages.items.length.toLocaleString(),
                      })
                    : t('fleet.total', { count: pages.total })}
                </Text>
                {pages.nextCursor && (
                  <Button
                    variant="tertiary"
                    size="small"
                    onPress={fleet.loadMore}
                    isDisabled={fleet.refreshing}
                  >
                    {t('fleet.loadMore')}
                  </Button>
                )}
              </Flex>
              {rows(pages)}
            </Flex>
          )}
        </LiveContent>
      </Flex>
    </Container>
  );
}
