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

import { Button, Flex, Text } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Age,
  type LiveResource,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';

/** As of when something is, and a button to read it again: for what is not followed. */
export function ReadAgain<T>({ resource }: { resource: LiveResource<T> }) {
  const { state, refreshing, refresh } = resource;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <Flex align="center" gap="3">
      {'value' in state && (
        <Text variant="body-small" color="secondary">
          {t('view.asOf', { age: <Age time={state.fetchedAt} /> })}
        </Text>
      )}
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiRefreshLine aria-hidden />}
        isPending={refreshing}
        onPress={refresh}
      >
        {t('view.readAgain')}
      </Button>
    </Flex>
  );
}
