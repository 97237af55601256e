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
import type { RecordedDeployment } from '@gitops-platform/backstage-plugin-gitops-common';
import { Lines } from '@gitops-platform/backstage-plugin-gitops-react';
import { Small } from '../../small';
import { gitopsTranslationRef } from '../../translation';

/** What kind of change it was, and whether it counts. */
export function Kind({ kind }: Pick<RecordedDeployment, 'kind'>) {
  const { t } = useTranslationRef(gitopsTranslationRef);
  const counted = kind === 'deployment' || kind === 'rollback';
  return (
    <Lines>
      {t(`deploymentKind.${kind}`)}
      {!counted && <Small>{t('deployments.notCounted')}</Small>}
    </Lines>
  );
}
