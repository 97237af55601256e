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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DiffHunk } from '@gitops-platform/backstage-plugin-gitops-common';
import { diffLines, type DiffLine } from '../../model/diffLines';
import { gitopsArgocdTranslationRef } from '../../translation';
import { CodeBlock } from '../CodeBlock';
import styles from './Diff.module.css';

const looks = {
  added: { tag: 'ins', sign: '+', style: styles.added },
  removed: { tag: 'del', sign: '-', style: styles.removed },
  same: { tag: 'span', sign: ' ', style: '' },
} as const;

/** Lines that differ, with some around them; numbers are those of the live and of the desired manifest. */
export function Hunk(props: { hunk: DiffHunk; titled: boolean }) {
  const { hunk, titled } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const title = t('diff.hunk', {
    live: String(hunk.liveStart),
    desired: String(hunk.desiredStart),
  });
  return (
    <div>
      {titled && (
        <Text variant="body-small" color="secondary">
          {title}
        </Text>
      )}
      <CodeBlock label={title}>
        <div className={styles.lines}>
          {diffLines(hunk).map((line, index) => (
            <Line key={index} line={line} />
          ))}
        </div>
      </CodeBlock>
    </div>
  );
}

function Line({ line }: { line: DiffLine }) {
  const { change, live, desired, text } = line;
  const { tag: Tag, sign, style } = looks[change];
  return (
    <div className={`${styles.line} ${style}`}>
      <span className={styles.number} aria-hidden>
        {live}
      </span>
      <span className={styles.number} aria-hidden>
        {desired}
      </span>
      <Tag className={styles.text}>
        <span className={styles.sign}>{sign}</span>
        {text}
      </Tag>
    </div>
  );
}
