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
import {
  FindingsList,
  LiveCard,
  untoldFindings,
  useEntitySecrets,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsVaultTranslationRef } from '../../translation';
import { SecretsClaimContent, ValuesNote } from '../Notices';
import { EnvironmentsTable } from './EnvironmentsTable';

/** Which secrets there are, how old and how well: a row per environment. */
export function SecretsCard() {
  const resource = useEntitySecrets();
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  return (
    <LiveCard title={t('card.title')} resource={resource}>
      <SecretsClaimContent resource={resource}>
        {value => (
          <>
            <EnvironmentsTable value={value} />
            <FindingsList
              findings={untoldFindings(value).filter(
                ({ environment }) => environment === undefined,
              )}
              compact
            />
            <ValuesNote />
          </>
        )}
      </SecretsClaimContent>
    </LiveCard>
  );
}
