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
import type { EntityDelivery } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Notice,
  UpstreamNotices,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../translation';
import { failingInstances } from './model/failingInstances';
import { waitsFor } from './model/waitsFor';
import { PullRequestText } from './PullRequestText';

/** Which instances do not answer, and before the first merge, which pull request all waits for. */
export function DeliveryNotices({ delivery }: { delivery: EntityDelivery }) {
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <>
      {failingInstances(delivery.instances).map(failing => (
        <UpstreamNotices key={failing.system} {...failing} />
      ))}
      {waitsFor(delivery).map(pullRequest => (
        <Notice
          key={pullRequest.url}
          status="info"
          title={<PullRequestText {...pullRequest} />}
        >
          {t('nothing.creates')}
        </Notice>
      ))}
    </>
  );
}
