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

import {
  RiCheckboxCircleFill,
  RiDeleteBinLine,
  RiErrorWarningFill,
  RiLoader4Line,
  RiSkipForwardLine,
  RiTimeLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OperationResource } from '@gitops-platform/backstage-plugin-gitops-common';
import { StatusText } from '@gitops-platform/backstage-plugin-gitops-react';
import { resultOf } from '../../model/resultOf';
import { gitopsArgocdTranslationRef } from '../../translation';

const good = { icon: RiCheckboxCircleFill, tone: 'good' } as const;
const bad = { icon: RiErrorWarningFill, tone: 'bad' } as const;
const busy = { icon: RiLoader4Line, tone: 'busy' } as const;

const looks = {
  Synced: good,
  Succeeded: good,
  SyncFailed: bad,
  Failed: bad,
  Error: bad,
  Running: busy,
  Terminating: busy,
  Pruned: { icon: RiDeleteBinLine, tone: 'good' },
  PruneSkipped: { icon: RiSkipForwardLine, tone: 'attention' },
  waiting: { icon: RiTimeLine, tone: 'quiet' },
} as const;

/** What became of a resource in an operation. */
export function OperationResult(props: { resource: OperationResource }) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const result = resultOf(props.resource);
  return <StatusText {...looks[result]}>{t(`progress.${result}`)}</StatusText>;
}
