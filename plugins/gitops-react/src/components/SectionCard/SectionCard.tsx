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

import { useId, type ReactNode } from 'react';
import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import styles from './SectionCard.module.css';

/**
 * Props of {@link SectionCard}.
 * @public
 */
export type SectionCardProps = {
  title: ReactNode;
  /** What stands beside the title, such as a link to its page elsewhere. */
  aside?: ReactNode;
  children: ReactNode;
};

/**
 * A part of a tab, in a card with a heading.
 * @public
 */
export function SectionCard({ title, aside, children }: SectionCardProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Card>
        <CardHeader>
          <Flex justify="between" align="center" gap="3">
            <Text
              as="h2"
              id={heading}
              variant="title-x-small"
              weight="bold"
              className={styles.title}
            >
              {title}
            </Text>
            {aside && <span className={styles.aside}>{aside}</span>}
          </Flex>
        </CardHeader>
        <CardBody>
          <Flex direction="column" gap="4">
            {children}
          </Flex>
        </CardBody>
      </Card>
    </section>
  );
}
