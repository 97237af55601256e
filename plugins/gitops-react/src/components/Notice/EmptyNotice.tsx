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
import { Flex, Text } from '@backstage/ui';

/**
 * Props of {@link EmptyNotice}.
 * @public
 */
export type EmptyNoticeProps = {
  title: ReactNode;
  /** What would fill it. */
  children?: ReactNode;
};

/**
 * Says that there is nothing, and what to do about it.
 * @public
 */
export function EmptyNotice({ title, children }: EmptyNoticeProps) {
  return (
    <Flex direction="column" gap="1" py="2">
      <Text as="p" weight="bold">
        {title}
      </Text>
      {children && (
        <Text as="div" color="secondary">
          {children}
        </Text>
      )}
    </Flex>
  );
}
