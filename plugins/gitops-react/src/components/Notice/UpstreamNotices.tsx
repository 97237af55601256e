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
import type { UpstreamStatus } from '@gitops-platform/backstage-plugin-gitops-common';
import { asSentence } from '../../live';
import { gitopsReactTranslationRef } from '../../translation';
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
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  return (
    <>
      {instances.map(instance => {
        const { name } = instance;
        switch (instance.status) {
          case 'error':
            return (
              <Notice
                key={name}
                status="warning"
                title={t('upstream.error', { system, name })}
              >
                {asSentence(instance.error ?? t('upstream.noReason'))}{' '}
                <Since {...instance} /> {t('upstream.errorHint')}
              </Notice>
            );
          case 'stale':
            return (
              <Notice
                key={name}
                status="warning"
                title={t('upstream.stale', { system, name })}
              >
                {instance.fetchedAt && (
                  <>
                    {t('upstream.staleAsOf', {
                      age: <Age time={instance.fetchedAt} />,
                    })}{' '}
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
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  return (
    since && t('live.failingFor', { age: <Age time={since} form="duration" /> })
  );
}
