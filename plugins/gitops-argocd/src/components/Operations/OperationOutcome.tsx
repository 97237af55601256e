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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OperationAccepted } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  describeError,
  Notice,
  RetryButton,
  useErrorText,
  type ActionState,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';

/** What came of what one asked for: said in the page, and announced. */
export function OperationOutcome(props: {
  state: ActionState<OperationAccepted>;
  onRetry?(): void;
}) {
  const { state, onRetry } = props;
  return (
    <>
      {/* It stands there from the beginning, so that what comes into it is announced. */}
      <Text variant="body-small" role="status">
        {state.status === 'done' && state.value.message}
      </Text>
      {state.status === 'failed' && (
        <Refusal error={state.error} onRetry={onRetry} />
      )}
    </>
  );
}

function Refusal({ error, onRetry }: { error: Error; onRetry?(): void }) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const errorText = useErrorText();
  const { kind } = describeError(error);
  const text = errorText(error);
  switch (kind) {
    case 'conflict':
      return (
        <Notice status="warning" title={t('refused.conflict')}>
          {text}
        </Notice>
      );
    case 'forbidden':
      return (
        <Notice status="danger" title={t('refused.forbidden')}>
          {text}
        </Notice>
      );
    default:
      return (
        <Notice
          status="danger"
          title={t('refused.failed')}
          actions={onRetry && <RetryButton onRetry={onRetry} />}
        >
          {text}
        </Notice>
      );
  }
}
