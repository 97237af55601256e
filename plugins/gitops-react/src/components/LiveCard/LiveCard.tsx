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
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { LiveResource } from '../../live';
import { gitopsReactTranslationRef } from '../../translation';
import { Age } from '../Age';
import { Legible } from '../Legible';

/**
 * Props of {@link LiveCard}.
 * @public
 */
export type LiveCardProps = {
  title: string;
  /** What is shown, for when it was updated. */
  resource: LiveResource<unknown>;
  children: ReactNode;
};

/**
 * A card of an entity's page that says when it was updated.
 * @public
 */
export function LiveCard({ title, resource, children }: LiveCardProps) {
  const { state } = resource;
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  return (
    <Legible>
      <EntityInfoCard
        title={title}
        headerActions={
          'value' in state && (
            <Text variant="body-small" color="secondary">
              {t('live.updated', { age: <Age time={state.fetchedAt} /> })}
            </Text>
          )
        }
      >
        {children}
      </EntityInfoCard>
    </Legible>
  );
}
