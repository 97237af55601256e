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

import { Container, Flex, SearchField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useSearchParams } from 'react-router-dom';
import {
  EmptyNotice,
  LiveContent,
  UpstreamNotices,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { useTypedSearch } from '../fleet/useTypedSearch';
import { gitopsTranslationRef } from '../translation';
import { ApplicationSetsTable } from './ApplicationSetsTable';
import { useApplicationSets } from './useApplicationSets';

/** The ApplicationSets that one may read, and how the Applications of each fare. */
export function ApplicationSetsPage() {
  const { t } = useTranslationRef(gitopsTranslationRef);
  const [address, setAddress] = useSearchParams();
  const search = address.get('search') ?? '';
  const [typed, type] = useTypedSearch(search, value =>
    setAddress(value ? { search: value } : {}, { replace: true }),
  );
  const sets = useApplicationSets(search.trim() ? { search } : {});
  return (
    <Container>
      <Flex direction="column" gap="4" py="4">
        <SearchField
          label={t('sets.search')}
          size="small"
          value={typed}
          onChange={type}
        />
        <LiveContent resource={sets} what={t('sets.what')} lines={8}>
          {({ items, instances }) => (
            <Flex direction="column" gap="3">
              <UpstreamNotices system="Argo CD" instances={instances} />
              {items.length > 0 ? (
                <ApplicationSetsTable sets={items} />
              ) : (
                <EmptyNotice
                  title={search ? t('sets.noMatch') : t('sets.empty')}
                />
              )}
            </Flex>
          )}
        </LiveContent>
      </Flex>
    </Container>
  );
}
