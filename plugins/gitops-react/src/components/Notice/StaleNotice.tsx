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
import { gitopsReactTranslationRef, useErrorText } from '../../translation';
import { Age } from '../Age';
import { Notice } from './Notice';
import { RetryButton } from './RetryButton';

/**
 * Props of {@link StaleNotice}.
 * @public
 */
export type StaleNoticeProps = {
  /** When what is shown was right, ISO 8601. */
  fetchedAt: string;
  error: Error;
  failingSince: string;
  onRetry?(): void;
  /** A retry is under way. */
  retrying?: boolean;
};

/**
 * Says that what is shown is of an earlier time, and why.
 * @public
 */
export function StaleNotice(props: StaleNoticeProps) {
  const { fetchedAt, error, failingSince, onRetry, retrying } = props;
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  const errorText = useErrorText();
  return (
    <Notice
      status="warning"
      title={t('live.stale')}
      actions={onRetry && <RetryButton onRetry={onRetry} retrying={retrying} />}
    >
      {t('live.asOf', { age: <Age time={fetchedAt} /> })} {errorText(error)}{' '}
      {t('live.failingFor', {
        age: <Age time={failingSince} form="duration" />,
      })}
    </Notice>
  );
}
