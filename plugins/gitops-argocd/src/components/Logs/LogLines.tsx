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

import { useState } from 'react';
import { Flex, Switch, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplicationLogs } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsArgocdTranslationRef } from '../../translation';
import { CodeBlock } from '../CodeBlock';
import { CopyButton } from './CopyButton';
import styles from './Logs.module.css';

/** The lines of a log, oldest first, wrapped or not, and a way to take them along. */
export function LogLines(props: { log: ApplicationLogs; container: string }) {
  const { items, truncated, masked } = props.log;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const [wrap, setWrap] = useState(true);
  const notes = [
    truncated && t('logs.truncated'),
    masked > 0 && t('logs.masked', { count: masked }),
  ].filter(Boolean);
  return (
    <Flex direction="column" gap="2">
      <Flex justify="between" align="center" gap="3">
        <Switch label={t('logs.wrap')} isSelected={wrap} onChange={setWrap} />
        <CopyButton
          text={() =>
            items
              .map(({ time, text }) => (time ? `${time} ${text}` : text))
              .join('\n')
          }
        />
      </Flex>
      {notes.length > 0 && (
        <Text variant="body-small" color="secondary">
          {notes.join(' ')}
        </Text>
      )}
      <CodeBlock
        label={t('logs.label', { container: props.container })}
        wrap={wrap}
      >
        <div className={styles.lines}>
          {items.map(({ time, text }, index) => (
            <div key={index}>
              {time && (
                <time className={styles.time} dateTime={time} title={time}>
                  {time.slice(11, 19)}
                </time>
              )}
              {text}
            </div>
          ))}
        </div>
      </CodeBlock>
    </Flex>
  );
}
