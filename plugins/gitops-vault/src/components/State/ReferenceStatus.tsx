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

import {
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiQuestionLine,
  RiTimeLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SecretReference } from '@gitops-platform/backstage-plugin-gitops-common';
import { StatusText } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsVaultTranslationRef } from '../../translation';

const looks = {
  synced: { icon: RiCheckboxCircleFill, tone: 'good' },
  stale: { icon: RiTimeLine, tone: 'attention' },
  failed: { icon: RiErrorWarningFill, tone: 'bad' },
  unknown: { icon: RiQuestionLine, tone: 'quiet' },
} as const;

/** Whether the cluster has what it expects; with a number, how many are so. */
export function ReferenceStatus(
  props: Pick<SecretReference, 'status'> & { count?: number },
) {
  const { status, count } = props;
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  const word = t(`references.${status}`);
  return (
    <StatusText {...looks[status]}>
      {count === undefined
        ? word
        : t('card.reference', {
            number: String(count),
            status: word.toLocaleLowerCase(),
          })}
    </StatusText>
  );
}
