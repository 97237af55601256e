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

import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { UpstreamStatus } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  Notice,
  RetryButton,
  asSentence,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';

/** That not one instance could be read: which ones, why, and since when. */
export function UnreachableNotice(props: {
  instances: UpstreamStatus[];
  onRetry(): void;
  retrying: boolean;
}) {
  const { instances, onRetry, retrying } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <Notice
      status="danger"
      title={t('unreachable.title')}
      actions={<RetryButton onRetry={onRetry} retrying={retrying} />}
    >
      <Flex direction="column" gap="1">
        {instances.map(({ name, error, since }) => (
          <span key={name}>
            {t('unreachable.instance', {
              name,
              error: asSentence(error ?? t('unreachable.noReason')),
            })}
            {since && (
              <>
                {' '}
                {t('unreachable.failingFor', {
                  age: <Age time={since} form="duration" />,
                })}
              </>
            )}
          </span>
        ))}
        <span>{t('unreachable.hint')}</span>
      </Flex>
    </Notice>
  );
}
