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
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
  Badge,
  Text,
} from '@backstage/ui';
import {
  RiAddLine,
  RiCheckLine,
  RiEditLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { FormFile } from '@gitops-platform/backstage-plugin-gitops-common';
import styles from './FileList.module.css';

const icons: Record<FormFile['change'], RemixiconComponentType> = {
  added: RiAddLine,
  modified: RiEditLine,
  unchanged: RiCheckLine,
};

/** Files that are about to be written: path and change, and the content of whichever is opened. */
export function FileList({ files }: { files: FormFile[] }) {
  return (
    <AccordionGroup className={styles.list} allowsMultiple>
      {files.map(file => {
        const Icon = icons[file.change];
        return (
          <Accordion
            key={`${file.repository}:${file.path}`}
            className={styles.file}
          >
            <AccordionTrigger className={styles.trigger} level={4}>
              <span className={styles.title}>
                <Badge
                  className={styles.badge}
                  size="small"
                  icon={<Icon className={styles[file.change]} aria-hidden />}
                >
                  {file.change}
                </Badge>{' '}
                <code className={styles.path}>{file.path}</code>
              </span>
            </AccordionTrigger>
            <AccordionPanel>
              {file.content === undefined ? (
                <Text as="p" color="secondary">
                  Not shown: only for its owner.
                </Text>
              ) : (
                /* A text area is in the order of the Tab key, so that a keyboard can scroll it. */
                <textarea
                  className={styles.content}
                  aria-label={`Content of ${file.path}`}
                  readOnly
                  wrap="off"
                  spellCheck={false}
                  rows={Math.min(file.content.split('\n').length, 24)}
                  value={file.content}
                />
              )}
            </AccordionPanel>
          </Accordion>
        );
      })}
    </AccordionGroup>
  );
}
