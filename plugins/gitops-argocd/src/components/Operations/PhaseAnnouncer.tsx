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

import { useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OperationProgress } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsReactTranslationRef } from '@gitops-platform/backstage-plugin-gitops-react';

/** Tells a screen reader when an operation begins and how it ends; not how it was when the page was opened. */
export function PhaseAnnouncer(props: { operation?: OperationProgress }) {
  const { phase, startedAt, dryRun } = props.operation ?? {};
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  const known = useRef({ phase, startedAt });
  const [news, setNews] = useState('');
  useEffect(() => {
    const before = known.current;
    known.current = { phase, startedAt };
    if (phase && (before.phase !== phase || before.startedAt !== startedAt)) {
      setNews(dryRun ? t(`dryRun.${phase}`) : t(`operation.${phase}`));
    }
  }, [phase, startedAt, dryRun, t]);
  return <VisuallyHidden role="status">{news}</VisuallyHidden>;
}
