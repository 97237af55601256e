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
import type { SecretPath } from '@gitops-platform/backstage-plugin-gitops-common';
import { Age, Facts } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsVaultTranslationRef } from '../../translation';
import { PathStatus } from '../State';

/** Where a claimed path is, and how it fares. */
export function PathFacts({ path }: { path: SecretPath }) {
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  const { environment, status, server, namespace, mount, kvVersion } = path;
  return (
    <Facts
      dense
      facts={[
        { name: t('facts.environment'), value: environment },
        { name: t('facts.status'), value: <PathStatus status={status} /> },
        { name: t('facts.server'), value: server },
        { name: t('facts.namespace'), value: namespace },
        {
          name: t('facts.mount'),
          value: kvVersion
            ? t('facts.mountVersion', { mount, version: kvVersion })
            : mount || undefined,
        },
        {
          name: t('facts.read'),
          value: path.fetchedAt && <Age time={path.fetchedAt} />,
        },
      ]}
    />
  );
}
