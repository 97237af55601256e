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

import type { ReactNode } from 'react';
import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { UpstreamStatus } from '@gitops-platform/backstage-plugin-gitops-common';
import { asSentence } from '../../live';
import { gitopsReactTranslationRef } from '../../translation';
import { Age } from '../Age';
import { Notice } from './Notice';
import { RetryButton } from './RetryButton';

/**
 * Props of {@link UnreachableNotice}.
 * @public
 */
export type UnreachableNoticeProps = {
  /** The system, as the reader knows it: "Argo CD". */
  system: string;
  instances: UpstreamStatus[];
  onRetry(): void;
  /** A retry is under way. */
  retrying: boolean;
  /** What is not known for that. */
  children?: ReactNode;
};

/**
 * That not one instance could be read: which ones, why, and since when.
 * @public
 */
export function UnreachableNotice(props: UnreachableNoticeProps) {
  const { system, instances, onRetry, retrying, children } = props;
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  return (
    <Notice
      status="danger"
      title={t('upstream.none', { system })}
      actions={<RetryButton onRetry={onRetry} retrying={retrying} />}
    >
      <Flex direction="column" gap="1">
        {instances.map(({ name, error, since }) => (
          <span key={name}>
            {t('upstream.instance', {
              name,
              error: asSentence(error ?? t('upstream.noReason')),
            })}
            {since && (
              <>
                {' '}
                {t('live.failingFor', {
                  age: <Age time={since} form="duration" />,
                })}
              </>
            )}
          </span>
        ))}
        {children && <span>{children}</span>}
      </Flex>
    </Notice>
  );
}
