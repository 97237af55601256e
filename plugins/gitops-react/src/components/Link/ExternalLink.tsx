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
import { Link, VisuallyHidden } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { gitopsReactTranslationRef } from '../../translation';
import { webAddress } from './webAddress';
import styles from './ExternalLink.module.css';

/**
 * Props of {@link ExternalLink}.
 * @public
 */
export type ExternalLinkProps = {
  /** Only `http` and `https` become a link; with anything else, just the children are shown. */
  href?: string;
  children: ReactNode;
  /** Said instead of the children, by a screen reader. */
  label?: string;
  title?: string;
  /** Shows that the link leaves the portal. */
  icon?: boolean;
};

/**
 * A link out of the portal, in a tab of its own.
 * @public
 */
export function ExternalLink(props: ExternalLinkProps) {
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  const { children, label, title, icon } = props;
  const href = webAddress(props.href);
  if (!href) {
    return <span title={title}>{children}</span>;
  }
  return (
    <Link
      className={icon ? styles.linkWithIcon : styles.link}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      title={title}
      aria-label={label && t('link.newTab', { label })}
    >
      {children}
      {icon && (
        <RiExternalLinkLine className={styles.icon} size={14} aria-hidden />
      )}
      {!label && <VisuallyHidden>{t('link.newTabSuffix')}</VisuallyHidden>}
    </Link>
  );
}
