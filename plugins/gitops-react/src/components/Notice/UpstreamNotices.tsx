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

import type { UpstreamStatus } from '@gitops-platform/backstage-plugin-gitops-common';
import { asSentence } from '../../live';
import { Age } from '../Age';
import { Notice } from './Notice';

/**
 * Props of {@link UpstreamNotices}.
 * @public
 */
export type UpstreamNoticesProps = {
  /** The system, as the reader knows it: "Argo CD". */
  system: string;
  instances: UpstreamStatus[];
};

/**
 * One notice for each instance that does not answer: which one, since when, and what is missing or old for it.
 * @public
 */
export function UpstreamNotices({ system, instances }: UpstreamNoticesProps) {
  return (
    <>
      {instances.map(instance => {
        switch (instance.status) {
          case 'error':
            return (
              <Notice
                key={instance.name}
                status="warning"
                title={`${system} instance ${instance.name} cannot be read`}
              >
                {asSentence(instance.error ?? 'It gave no reason')}{' '}
                <Since {...instance} /> What it holds is missing here; it is
                read again by itself.
              </Notice>
            );
          case 'stale':
            return (
              <Notice
                key={instance.name}
                status="warning"
                title={`${system} instance ${instance.name} cannot be read at present`}
              >
                {instance.fetchedAt && (
                  <>
                    What it holds is shown as of{' '}
                    <Age time={instance.fetchedAt} />.{' '}
                  </>
                )}
                {instance.error && asSentence(instance.error)}{' '}
                <Since {...instance} />
              </Notice>
            );
          default:
            return undefined;
        }
      })}
    </>
  );
}

function Since({ since }: UpstreamStatus) {
  return (
    since && (
      <>
        Failing for <Age time={since} form="duration" />.
      </>
    )
  );
}
