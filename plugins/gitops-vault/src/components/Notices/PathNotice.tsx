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
import type { SecretPath } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  asSentence,
  Notice,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { pathName } from '../../model/pathName';
import { gitopsVaultTranslationRef } from '../../translation';

const messages = {
  denied: 'denied',
  unproved: 'unproved',
  missing: 'missing',
  sealed: 'sealed',
  unreachable: 'unreachablePath',
} as const;

const severities = {
  denied: 'danger',
  unproved: 'warning',
  missing: 'warning',
  sealed: 'danger',
  unreachable: 'danger',
} as const;

/** Why there is nothing to see at a path, and what to do about it; nothing where there is. */
export function PathNotice({ path }: { path: SecretPath }) {
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  const { status, server, reason } = path;
  if (status === 'ok') {
    return null;
  }
  const message = messages[status];
  return (
    <Notice
      status={severities[status]}
      title={t(`${message}.title`, { path: pathName(path), server })}
    >
      {reason ? asSentence(reason) : t(`${message}.hint`, { server })}
    </Notice>
  );
}
