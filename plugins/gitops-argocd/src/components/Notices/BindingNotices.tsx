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
import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  asSentence,
  Notice,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { applicationKey } from '../../model/applicationKey';
import { gitopsArgocdTranslationRef } from '../../translation';

/** Which claims are not proved, and how to prove them. */
export function BindingNotices(props: { applications: ApplicationOverview[] }) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <>
      {props.applications
        .filter(({ binding }) => binding.status === 'unproved')
        .map(application => (
          <Notice
            key={applicationKey(application)}
            status="warning"
            title={t('proof.title', { name: application.name })}
          >
            {asSentence(application.binding.reason)} {t('proof.hint')}
          </Notice>
        ))}
    </>
  );
}
