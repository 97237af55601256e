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

import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import { Age, Notice } from '@gitops-platform/backstage-plugin-gitops-react';

/** What Argo CD itself says is wrong: a sync that failed, and the Application's conditions. */
export function ConditionNotices(props: { application: ApplicationOverview }) {
  const { operation, conditions } = props.application;
  return (
    <>
      {(operation?.phase === 'Failed' || operation?.phase === 'Error') && (
        <Notice status="danger" title="The last sync failed">
          <div>{operation.message}</div>
          {operation.finishedAt && (
            <div>
              It ended <Age time={operation.finishedAt} />.
            </div>
          )}
        </Notice>
      )}
      {conditions.map(({ type, message, since }) => (
        <Notice
          key={`${type} ${message}`}
          status={type.endsWith('Error') ? 'danger' : 'warning'}
          title={type}
        >
          <div>{message}</div>
          {since && (
            <div>
              Reported <Age time={since} />.
            </div>
          )}
        </Notice>
      ))}
    </>
  );
}
