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

import { Flex, Skeleton } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { gitopsReactTranslationRef } from '../../translation';

/**
 * Props of {@link Loading}.
 * @public
 */
export type LoadingProps = {
  /** What will be shown, as part of a sentence: "the deployment history". */
  what: string;
  /** How many lines it will take, so that the page does not jump. Default: 3. */
  lines?: number;
};

/**
 * Stands in the place of what is being loaded.
 * @public
 */
export function Loading({ what, lines = 3 }: LoadingProps) {
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  return (
    <Flex
      direction="column"
      gap="3"
      role="status"
      aria-label={t('live.loading', { what })}
    >
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} width="100%" height={20} />
      ))}
    </Flex>
  );
}
