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

import { Flex, Radio, RadioGroup } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ApplicationLocation,
  ResourceName,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsArgocdTranslationRef } from '../../translation';
import { ChosenResources } from './ChosenResources';

/** All of the resources, or which of them. They are read only for those who want to choose. */
export function ResourceChoice(props: {
  location: ApplicationLocation;
  /** `undefined` for all. */
  chosen?: ResourceName[];
  onChange(chosen: ResourceName[] | undefined): void;
}) {
  const { location, chosen, onChange } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <Flex direction="column" gap="3">
      <RadioGroup
        label={t('dialog.scope')}
        orientation="horizontal"
        value={chosen ? 'chosen' : 'all'}
        onChange={value => onChange(value === 'chosen' ? [] : undefined)}
      >
        <Radio value="all">{t('dialog.all')}</Radio>
        <Radio value="chosen">{t('dialog.chosen')}</Radio>
      </RadioGroup>
      {chosen && (
        <ChosenResources
          location={location}
          chosen={chosen}
          onChange={onChange}
        />
      )}
    </Flex>
  );
}
