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

import type { ReactNode } from 'react';
import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  gitopsApplicationReadPermission,
  type EntityDelivery,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  EmptyNotice,
  FindingsList,
  LiveContent,
  type LiveResource,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../translation';
import { DeliveryNotices } from './DeliveryNotices';
import { PartNotes } from './PartNotes';

/** What is delivered, in each of its states; `children` shows the rows where there are some. */
export function DeliveryView(props: {
  resource: LiveResource<EntityDelivery>;
  children(delivery: EntityDelivery): ReactNode;
}) {
  const { resource, children } = props;
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <LiveContent
      resource={resource}
      what={t('delivery.what')}
      lines={6}
      permission={gitopsApplicationReadPermission.name}
    >
      {delivery => (
        <Flex direction="column" gap="3">
          <DeliveryNotices delivery={delivery} />
          <FindingsList findings={delivery.findings} />
          {delivery.rows.length > 0 ? (
            children(delivery)
          ) : (
            <EmptyNotice title={t('nothing.title')}>
              {t('nothing.hint')}
            </EmptyNotice>
          )}
          <PartNotes delivery={delivery} />
        </Flex>
      )}
    </LiveContent>
  );
}
