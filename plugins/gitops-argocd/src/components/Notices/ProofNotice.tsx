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
import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  asSentence,
  Notice,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';

/** Stands in the place of what is not read for a claim that is not proved: how to prove it. */
export function ProofNotice(props: {
  application: ApplicationOverview;
  /** What is not shown, as part of a sentence. */
  what: string;
}) {
  const { application, what } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <Notice status="info" title={t('proof.needed', { what })}>
      {asSentence(application.binding.reason)}
    </Notice>
  );
}
