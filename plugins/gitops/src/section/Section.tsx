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
import styles from './Section.module.css';

/** A part of a tab, on a card with a heading. */
export function Section(props: {
  title: string;
  /** What stands at the other end of the heading. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const { title, aside, children } = props;
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Card>
        <CardHeader>
          <Flex
            className={styles.header}
            align="center"
            justify="between"
            gap="3"
          >
            <Text as="h2" id={heading} variant="title-x-small" weight="bold">
              {title}
            </Text>
            {aside}
          </Flex>
        </CardHeader>
        <CardBody>{children}</CardBody>
      </Card>
    </section>
  );
}
