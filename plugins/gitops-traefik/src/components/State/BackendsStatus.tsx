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
  RiAlertFill,
  RiErrorWarningFill,
  RiHeart3Fill,
  RiQuestionLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RouteBackends } from '@gitops-platform/backstage-plugin-gitops-common';
import { StatusText } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTraefikTranslationRef } from '../../translation';

/** Whether anything answers behind a route. */
export function BackendsStatus({ backends }: { backends?: RouteBackends }) {
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  if (!backends) {
    return (
      <StatusText icon={RiQuestionLine} tone="quiet">
        {t('backends.unknown')}
      </StatusText>
    );
  }
  const { alive, total } = backends;
  if (alive === 0) {
    return (
      <StatusText icon={RiErrorWarningFill} tone="bad">
        {total === 0
          ? t('backends.nothing')
          : t('backends.none', { count: total })}
      </StatusText>
    );
  }
  return alive < total ? (
    <StatusText icon={RiAlertFill} tone="attention">
      {t('backends.some', { alive: String(alive), total: String(total) })}
    </StatusText>
  ) : (
    <StatusText icon={RiHeart3Fill} tone="good">
      {t('backends.all', { count: total })}
    </StatusText>
  );
}
