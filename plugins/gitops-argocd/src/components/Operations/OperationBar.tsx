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

import { useId, useState } from 'react';
import { Flex } from '@backstage/ui';
import {
  RiRefreshLine,
  RiStopCircleLine,
  RiUploadCloud2Line,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isRunning,
  useAction,
  useApplicationActions,
  type LiveResource,
} from '@gitops-platform/backstage-plugin-gitops-react';
import type { ApplicationOperations } from '@gitops-platform/backstage-plugin-gitops-common';
import { usePageAddress } from '../../routing';
import { gitopsArgocdTranslationRef } from '../../translation';
import type { ViewProps } from '../View';
import { ActionButton } from './ActionButton';
import { ActionReasons } from './ActionReasons';
import { perform, possibilityOf, type Intent } from './intent';
import { OperationOutcome } from './OperationOutcome';
import { SyncDialog } from './SyncDialog';
import { TerminateDialog } from './TerminateDialog';
import styles from './Operations.module.css';

/** What one can have Argo CD do, why not where one cannot, and what came of what one asked for. */
export function OperationBar(
  props: ViewProps & {
    operations: ApplicationOperations;
    resource: LiveResource<ApplicationOperations>;
  },
) {
  const { application, location, operations, resource } = props;
  const { actions, operation } = operations;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const { go } = usePageAddress();
  const [dialog, setDialog] = useState<'sync' | 'terminate'>();
  const [intent, setIntent] = useState<Intent>();
  const reasons = useId();
  const asked = useAction(perform);
  const possible = useApplicationActions(location);

  const ask = async (next: Intent) => {
    setDialog(undefined);
    setIntent(next);
    const accepted = await asked.start(possible, next);
    // What came of it, or what stands in its way.
    resource.refresh();
    if (accepted && next.action === 'sync') {
      go({ view: 'operation' });
    }
  };
  const isBusy = (action: Intent['action'], hard = false) =>
    asked.state.status === 'busy' &&
    intent?.action === action &&
    (intent.action !== 'refresh' || intent.hard === hard);

  const sync = possibilityOf(actions, 'sync');
  const refresh = possibilityOf(actions, 'refresh');
  const terminate = possibilityOf(actions, 'terminate');
  // Where nothing runs, that there is nothing to terminate goes without saying.
  const shown = actions.filter(
    ({ action }) =>
      action !== 'force' && (action !== 'terminate' || isRunning(operation)),
  );
  return (
    <Flex direction="column" gap="2">
      <div
        className={styles.bar}
        role="group"
        aria-label={t('operations.group', { name: application.name })}
      >
        {sync && (
          <ActionButton
            possibility={sync}
            reasons={reasons}
            icon={<RiUploadCloud2Line aria-hidden />}
            isPending={isBusy('sync')}
            onPress={() => setDialog('sync')}
          >
            {t('operations.sync')}
          </ActionButton>
        )}
        {refresh &&
          [false, true].map(hard => (
            <ActionButton
              key={String(hard)}
              possibility={refresh}
              reasons={reasons}
              icon={<RiRefreshLine aria-hidden />}
              variant="secondary"
              isPending={isBusy('refresh', hard)}
              onPress={() => ask({ action: 'refresh', hard })}
            >
              {hard ? t('operations.hardRefresh') : t('operations.refresh')}
            </ActionButton>
          ))}
        {terminate && isRunning(operation) && (
          <ActionButton
            possibility={terminate}
            reasons={reasons}
            icon={<RiStopCircleLine aria-hidden />}
            variant="secondary"
            isPending={isBusy('terminate')}
            onPress={() => setDialog('terminate')}
          >
            {t('operations.terminate')}
          </ActionButton>
        )}
      </div>
      <ActionReasons id={reasons} actions={shown} />
      <OperationOutcome
        state={asked.state}
        onRetry={intent && (() => ask(intent))}
      />
      {dialog === 'sync' && (
        <SyncDialog
          {...props}
          force={possibilityOf(actions, 'force')}
          onCancel={() => setDialog(undefined)}
          onSubmit={request => ask({ action: 'sync', request })}
        />
      )}
      {dialog === 'terminate' && (
        <TerminateDialog
          application={application}
          onCancel={() => setDialog(undefined)}
          onSubmit={() => ask({ action: 'terminate' })}
        />
      )}
    </Flex>
  );
}
