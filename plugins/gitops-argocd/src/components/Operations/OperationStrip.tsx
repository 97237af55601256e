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

import { Button, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OperationProgress } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  isRunning,
  OperationStatus,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { countDone } from '../../model/countDone';
import { usePageAddress } from '../../routing';
import { gitopsArgocdTranslationRef } from '../../translation';
import { Person } from '../Person';
import styles from './Operations.module.css';

/** How far an operation is, for as long as it runs. */
export function OperationStrip({
  operation,
}: {
  operation: OperationProgress;
}) {
  const { startedAt, requestedBy, initiatedBy } = operation;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const { address, go } = usePageAddress();
  if (!isRunning(operation)) {
    return null;
  }
  const { done, total } = countDone(operation);
  const label = t('progress.done', {
    done: String(done),
    total: String(total),
  });
  return (
    <div className={styles.progress}>
      <OperationStatus {...operation} />
      {total > 0 && (
        <>
          <progress value={done} max={total} aria-label={label} />
          <Text variant="body-small">{label}</Text>
        </>
      )}
      <Text variant="body-small">
        {startedAt && <Age time={startedAt} />}
        {' · '}
        <Person name={requestedBy ?? initiatedBy} />
      </Text>
      {address.view !== 'operation' && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => go({ view: 'operation' })}
        >
          {t('progress.show')}
        </Button>
      )}
    </div>
  );
}
