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

import { Text } from '@backstage/ui';
import { RiCheckboxCircleFill, RiDeleteBin2Line } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Lines,
  StatusText,
} from '@gitops-platform/backstage-plugin-gitops-react';
import type { EnvironmentSummary } from '../../model/environmentSummaries';
import { gitopsVaultTranslationRef } from '../../translation';
import { PathStatus } from '../State';

/** How many secrets an environment has in Vault, and what of it could not be read. */
export function VaultCell(props: EnvironmentSummary) {
  const { paths, present, gone, atLeast } = props;
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  const problems = paths.filter(({ status }) => status !== 'ok');
  if (paths.length === 0) {
    return <Text color="secondary">{t('card.nothing')}</Text>;
  }
  const read = problems.length < paths.length;
  return (
    <Lines>
      {present > 0 && (
        <StatusText icon={RiCheckboxCircleFill} tone="good">
          {atLeast
            ? t('card.presentAtLeast', { number: String(present) })
            : t('card.present', { count: present })}
        </StatusText>
      )}
      {gone > 0 && (
        <StatusText icon={RiDeleteBin2Line} tone="bad">
          {t('card.gone', { count: gone })}
        </StatusText>
      )}
      {read && present + gone === 0 && (
        <Text color="secondary">{t('card.none')}</Text>
      )}
      {[...new Set(problems.map(({ status }) => status))].map(status => (
        <PathStatus key={status} status={status} />
      ))}
    </Lines>
  );
}
