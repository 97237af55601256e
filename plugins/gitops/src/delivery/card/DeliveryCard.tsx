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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Legible } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../../translation';
import { DeliveryView } from '../DeliveryView';
import { Updated } from '../Updated';
import { useEntityDelivery } from '../useEntityDelivery';
import { DeliveryLines } from './DeliveryLines';

/** A line per environment: how it fares, what runs, how far behind it is, and the worst that is wrong. */
export function DeliveryCard() {
  const resource = useEntityDelivery();
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <Legible>
      <EntityInfoCard
        title={t('delivery.title')}
        headerActions={<Updated state={resource.state} />}
      >
        <DeliveryView resource={resource}>
          {delivery => <DeliveryLines delivery={delivery} />}
        </DeliveryView>
      </EntityInfoCard>
    </Legible>
  );
}
