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

import { asSentence, describeError } from '../../live';
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
  return (
    <Notice
      status="warning"
      title="What is shown is not up to date"
      actions={onRetry && <RetryButton onRetry={onRetry} retrying={retrying} />}
    >
      As of <Age time={fetchedAt} />. {asSentence(describeError(error).message)}{' '}
      Failing for <Age time={failingSince} form="duration" />.
    </Notice>
  );
}
