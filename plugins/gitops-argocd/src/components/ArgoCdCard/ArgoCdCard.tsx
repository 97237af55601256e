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

import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  Age,
  Legible,
  useEntityApplications,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import { ApplicationsContent, BindingNotices } from '../Notices';
import { ApplicationsTable } from './ApplicationsTable';

/** What runs where, and how well: a row per environment. */
export function ArgoCdCard() {
  const resource = useEntityApplications();
  const { state } = resource;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <Legible>
      <EntityInfoCard
        title={t('card.title')}
        headerActions={
          'value' in state && (
            <Text variant="body-small" color="secondary">
              {t('card.updated', { age: <Age time={state.fetchedAt} /> })}
            </Text>
          )
        }
      >
        <ApplicationsContent resource={resource}>
          {({ items }) => (
            <>
              <ApplicationsTable applications={items} />
              <BindingNotices applications={items} />
            </>
          )}
        </ApplicationsContent>
      </EntityInfoCard>
    </Legible>
  );
}
