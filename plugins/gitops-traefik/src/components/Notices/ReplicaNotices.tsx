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
import {
  asSentence,
  Notice,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { answersInPart } from '../../model/answersInPart';
import { gitopsTraefikTranslationRef } from '../../translation';

/** Of which instances some replicas answer and others do not. */
export function ReplicaNotices(props: { instances: UpstreamStatus[] }) {
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  return (
    <>
      {props.instances
        .filter(answersInPart)
        .map(({ name, replicas, error }) => (
          <Notice
            key={name}
            status="warning"
            title={t('replicas.title', {
              name,
              answering: String(replicas?.answering),
              total: String(replicas?.total),
            })}
          >
            {error && asSentence(error)} {t('replicas.hint')}
          </Notice>
        ))}
    </>
  );
}
