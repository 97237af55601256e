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

import { useState } from 'react';
import { Button, Flex, Text } from '@backstage/ui';
import type { RecordedDeployment } from '@gitops-platform/backstage-plugin-gitops-common';
import { EmptyNotice } from '@gitops-platform/backstage-plugin-gitops-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { gitopsTranslationRef } from '../translation';
import type { DeploymentsAddress } from './deploymentsAddress';
import { DeploymentsTable } from './DeploymentsTable';

const AT_FIRST = 20;
const MORE = 50;

/** The deployments, as many as one reads at once, and more when asked for. */
export function History(props: {
  /** Those that fit what was chosen, newest first. */
  deployments: RecordedDeployment[];
  /** Whether there are any at all. */
  some: boolean;
  entityRef?: string;
  figure: DeploymentsAddress['figure'];
  onShowAll(): void;
}) {
  const { deployments, some, entityRef, figure, onShowAll } = props;
  const { t } = useTranslationRef(gitopsTranslationRef);
  const [shown, setShown] = useState(AT_FIRST);
  const more = Math.min(MORE, deployments.length - shown);
  return (
    <Flex direction="column" gap="3">
      <div role="status">
        {figure && (
          <Flex align="center" gap="3">
            <Text>
              {t('deployments.onlyOf', {
                count: deployments.length,
                figure: t(`figure.${figure}`),
              })}
            </Text>
            <Button size="small" variant="secondary" onPress={onShowAll}>
              {t('deployments.showAll')}
            </Button>
          </Flex>
        )}
      </div>
      {deployments.length > 0 ? (
        <DeploymentsTable
          deployments={deployments.slice(0, shown)}
          entityRef={entityRef}
        />
      ) : (
        <EmptyNotice
          title={some ? t('deployments.noneFits') : t('deployments.none')}
        >
          {!some && t('deployments.noneHint')}
        </EmptyNotice>
      )}
      {more > 0 && (
        <Flex justify="center">
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setShown(shown + MORE)}
          >
            {t('deployments.more', { count: more })}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
