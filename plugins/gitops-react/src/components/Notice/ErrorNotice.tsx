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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { gitopsReactTranslationRef, useErrorText } from '../../translation';
import { Age } from '../Age';
import { Notice } from './Notice';
import { RetryButton } from './RetryButton';

/**
 * Props of {@link ErrorNotice}.
 * @public
 */
export type ErrorNoticeProps = {
  /** What failed: "The history cannot be shown". */
  title: ReactNode;
  error: Error;
  /** When it began to fail, ISO 8601. */
  since?: string;
  onRetry?(): void;
  /** A retry is under way. */
  retrying?: boolean;
};

/**
 * Says what failed, why, and since when, and offers to try again.
 * @public
 */
export function ErrorNotice(props: ErrorNoticeProps) {
  const { title, error, since, onRetry, retrying } = props;
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  const errorText = useErrorText();
  return (
    <Notice
      status="danger"
      title={title}
      actions={onRetry && <RetryButton onRetry={onRetry} retrying={retrying} />}
    >
      {errorText(error)}
      {since && (
        <>
          {' '}
          {t('live.failingFor', {
            age: <Age time={since} form="duration" />,
          })}
        </>
      )}
    </Notice>
  );
}
