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
import type { EntityClaim } from '@gitops-platform/backstage-plugin-gitops-common';
import { Notice } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';

/** What is wrong with what the entity claims. */
export function ClaimNotices(props: { claim: EntityClaim; waiting: boolean }) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const { problem, missing, names } = props.claim;
  // Before the merge it is only natural that they are missing; where all are, the rest of the card says so.
  const some = missing.length > 0 && missing.length < names.length;
  return (
    <>
      {problem && (
        <Notice status="danger" title={t('claim.wrong')}>
          {problem}
        </Notice>
      )}
      {some && !props.waiting && (
        <Notice
          status="warning"
          title={t('claim.missing', { names: missing.join(', ') })}
        >
          {t('claim.missingHint')}
        </Notice>
      )}
    </>
  );
}
