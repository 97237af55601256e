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
  RiCheckLine,
  RiErrorWarningFill,
  RiLoader4Line,
} from '@remixicon/react';
import type { ApplicationOperation } from '@gitops-platform/backstage-plugin-gitops-common';
import { StatusText } from './StatusText';

const looks = {
  Running: { icon: RiLoader4Line, tone: 'busy', text: 'Syncing…' },
  Terminating: { icon: RiLoader4Line, tone: 'busy', text: 'Terminating…' },
  Failed: { icon: RiErrorWarningFill, tone: 'bad', text: 'Sync failed' },
  Error: { icon: RiErrorWarningFill, tone: 'bad', text: 'Sync failed' },
  Succeeded: { icon: RiCheckLine, tone: 'good', text: 'Sync succeeded' },
} as const;

/**
 * Props of {@link OperationStatus}.
 * @public
 */
export type OperationStatusProps = { phase: ApplicationOperation['phase'] };

/**
 * How a sync fares.
 * @public
 */
export function OperationStatus({ phase }: OperationStatusProps) {
  const { text, ...look } = looks[phase];
  return <StatusText {...look}>{text}</StatusText>;
}
