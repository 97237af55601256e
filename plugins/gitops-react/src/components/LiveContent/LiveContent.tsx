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
import { Flex, Skeleton } from '@backstage/ui';
import type { LiveResource } from '../../live';
import { describeError } from '../../live';
import { ErrorNotice, ForbiddenNotice, StaleNotice } from '../Notice';

/**
 * Props of {@link LiveContent}.
 * @public
 */
export type LiveContentProps<T> = {
  resource: LiveResource<T>;
  /** What is shown, as part of a sentence: "the deployment history". */
  what: string;
  /** How many lines the content will take, so that the page does not jump. Default: 3. */
  lines?: number;
  children(value: T): ReactNode;
};

/**
 * Shows something that is followed in each of its states: loading, stale, failed, forbidden, or as it is.
 * @public
 */
export function LiveContent<T>(props: LiveContentProps<T>) {
  const { resource, what, lines = 3, children } = props;
  const { state, refreshing, refresh } = resource;
  switch (state.status) {
    case 'loading':
      return (
        <Flex
          direction="column"
          gap="3"
          role="status"
          aria-label={`Loading ${what}`}
        >
          {Array.from({ length: lines }, (_, line) => (
            <Skeleton key={line} width="100%" height={20} />
          ))}
        </Flex>
      );
    case 'forbidden':
      return (
        <ForbiddenNotice title={`You may not see ${what}`}>
          {describeError(state.error).message}
        </ForbiddenNotice>
      );
    case 'failed':
      return (
        <ErrorNotice
          title={`Backstage cannot show ${what}`}
          error={state.error}
          since={state.failingSince}
          onRetry={refresh}
          retrying={refreshing}
        />
      );
    case 'stale':
      return (
        <Flex direction="column" gap="3">
          <StaleNotice {...state} onRetry={refresh} retrying={refreshing} />
          {children(state.value)}
        </Flex>
      );
    default:
      return children(state.value);
  }
}
