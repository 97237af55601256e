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
import type { LiveResource } from '../../live';
import { gitopsReactTranslationRef, useErrorText } from '../../translation';
import { ErrorNotice, ForbiddenNotice, StaleNotice } from '../Notice';
import { Loading } from './Loading';

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
  /** The name of the permission that it takes to see it. Default: `gitops.application.read`. */
  permission?: string;
  children(value: T): ReactNode;
};

/**
 * Shows something that is followed in each of its states: loading, stale, failed, forbidden, or as it is.
 * @public
 */
export function LiveContent<T>(props: LiveContentProps<T>) {
  const { resource, what, lines, permission, children } = props;
  const { state, refreshing, refresh } = resource;
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  const errorText = useErrorText();
  switch (state.status) {
    case 'loading':
      return <Loading what={what} lines={lines} />;
    case 'forbidden':
      return (
        <ForbiddenNotice
          title={t('live.forbidden', { what })}
          permission={permission}
        >
          {errorText(state.error)}
        </ForbiddenNotice>
      );
    case 'failed':
      return (
        <ErrorNotice
          title={t('live.failed', { what })}
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
