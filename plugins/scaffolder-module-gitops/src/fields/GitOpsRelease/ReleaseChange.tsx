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

import { Text } from '@backstage/ui';
import type {
  DeliveryVersion,
  FormCheck,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { ReleaseCommits } from './ReleaseCommits';
import styles from './ReleaseChange.module.css';
import type { ReleaseKind } from './releaseRequest';

/** What runs now and what would run, the source commits in between, and the lines that change. */
export function ReleaseChange(props: {
  kind: ReleaseKind;
  change: NonNullable<FormCheck['change']>;
}) {
  const { kind, change } = props;
  const { from, to, commits, diff, copiesImage } = change;
  return (
    <>
      <dl className={styles.versions}>
        {from && <Version term="Now" version={from} />}
        <Version term="After" version={to} />
      </dl>
      {copiesImage && (
        <Text as="p">
          The image is not in the registry of this environment yet: a check of
          the pull request copies it before the merge.
        </Text>
      )}
      {commits && !commits.same && (
        <ReleaseCommits kind={kind} commits={commits} />
      )}
      {diff && (
        /* A text area is in the order of the Tab key, so that a keyboard can scroll it. */
        <textarea
          className={styles.diff}
          aria-label="Lines that change"
          readOnly
          wrap="off"
          spellCheck={false}
          rows={Math.min(diff.split('\n').length, 24)}
          value={diff}
        />
      )}
    </>
  );
}

function Version({
  term,
  version,
}: {
  term: string;
  version: DeliveryVersion;
}) {
  return (
    <div className={styles.version}>
      <dt>{term}</dt>
      <dd>
        <strong>{version.label}</strong>
        {version.images.map(image => (
          <code key={image} className={styles.image}>
            {image}
          </code>
        ))}
      </dd>
    </div>
  );
}
