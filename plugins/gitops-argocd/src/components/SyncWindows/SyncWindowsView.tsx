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
import {
  asSentence,
  EmptyNotice,
  Notice,
  useApplicationSyncWindows,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import { ViewContent, type ViewProps } from '../View';
import { SyncWindowsTable } from './SyncWindowsTable';

/** When an Application may be synced, and whether it may now. */
export function SyncWindowsView({ application, location }: ViewProps) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const resource = useApplicationSyncWindows(location);
  return (
    <ViewContent
      application={application}
      resource={resource}
      what={t('windows.what')}
      isEmpty={({ items, canSync }) => items.length === 0 && canSync}
      empty={{ title: t('windows.open'), hint: t('windows.none') }}
    >
      {({ items, canSync, reason }) => (
        <>
          {canSync ? (
            <EmptyNotice title={t('windows.open')}>{reason}</EmptyNotice>
          ) : (
            <Notice status="warning" title={t('windows.closed')}>
              {reason && asSentence(reason)}
            </Notice>
          )}
          {items.length > 0 && <SyncWindowsTable windows={items} />}
        </>
      )}
    </ViewContent>
  );
}
