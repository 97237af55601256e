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

import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { gitopsApplicationReadPermission } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsReactTranslationRef } from '../../translation';
import { Notice } from './Notice';

/**
 * Props of {@link ForbiddenNotice}.
 * @public
 */
export type ForbiddenNoticeProps = {
  title: ReactNode;
  children?: ReactNode;
  /** The name of the permission that is needed. Default: `gitops.application.read`. */
  permission?: string;
};

/**
 * Says that there is something which the reader may not see, and who can change that.
 * @public
 */
export function ForbiddenNotice(props: ForbiddenNoticeProps) {
  const {
    title,
    children,
    permission = gitopsApplicationReadPermission.name,
  } = props;
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  // The backend may have said so already.
  const said = typeof children === 'string' && children.includes(permission);
  return (
    <Notice status="info" title={title}>
      {children}
      {!said && (
        <>
          {children && ' '}
          {t('live.askForPermission', { permission })}
        </>
      )}
    </Notice>
  );
}
