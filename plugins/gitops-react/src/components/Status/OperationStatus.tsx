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
  RiCheckLine,
  RiErrorWarningFill,
  RiLoader4Line,
} from '@remixicon/react';
import type { ApplicationOperation } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsReactTranslationRef } from '../../translation';
import { StatusText } from './StatusText';

const looks = {
  Running: { icon: RiLoader4Line, tone: 'busy' },
  Terminating: { icon: RiLoader4Line, tone: 'busy' },
  Failed: { icon: RiErrorWarningFill, tone: 'bad' },
  Error: { icon: RiErrorWarningFill, tone: 'bad' },
  Succeeded: { icon: RiCheckLine, tone: 'good' },
} as const;

/**
 * Props of {@link OperationStatus}.
 * @public
 */
export type OperationStatusProps = Pick<
  ApplicationOperation,
  'phase' | 'dryRun'
>;

/**
 * How a sync, or the dry run of one, fares.
 * @public
 */
export function OperationStatus({ phase, dryRun }: OperationStatusProps) {
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  return (
    <StatusText {...looks[phase]}>
      {dryRun ? t(`dryRun.${phase}`) : t(`operation.${phase}`)}
    </StatusText>
  );
}
