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

import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Legible } from '@gitops-platform/backstage-plugin-gitops-react';
import { EntityDeployments } from '../deployments';
import { Section } from '../section';
import { gitopsTranslationRef } from '../translation';
import { DeliveryTable } from './DeliveryTable';
import { DeliveryView } from './DeliveryView';
import { Updated } from './Updated';
import { useEntityDelivery } from './useEntityDelivery';

/** The tab of an entity: what runs in each environment, how it got there, and what the figures say of that. */
export function DeliveryContent() {
  const resource = useEntityDelivery();
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <Legible>
      <Flex direction="column" gap="4">
        <Section
          title={t('delivery.title')}
          aside={<Updated state={resource.state} />}
        >
          <DeliveryView resource={resource}>
            {delivery => <DeliveryTable delivery={delivery} />}
          </DeliveryView>
        </Section>
        <EntityDeployments />
      </Flex>
    </Legible>
  );
}
