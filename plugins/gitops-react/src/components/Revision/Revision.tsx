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

import { ExternalLink } from '../Link';
import { shortRevision } from './shortRevision';
import styles from './Revision.module.css';

/**
 * Props of {@link Revision}.
 * @public
 */
export type RevisionProps = {
  revision: string;
  /** The page of the commit. */
  url?: string;
  /** Whose revision it is, for a screen reader: "Source commit". */
  label?: string;
};

/**
 * A revision, short, linked to its page, with the whole of it as its title.
 * @public
 */
export function Revision({ revision, url, label }: RevisionProps) {
  const short = shortRevision(revision);
  return (
    <ExternalLink
      href={url}
      title={revision}
      label={label && `${label} ${short}`}
    >
      <code className={styles.revision}>{short}</code>
    </ExternalLink>
  );
}
