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

import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyNotice } from '@gitops-platform/backstage-plugin-gitops-react';
import { noFilter, type ResourceFilter } from '../../model/filterResources';
import { gitopsArgocdTranslationRef } from '../../translation';

/** Says why a tree is empty, and takes the filters away when asked to. */
export function NoResourceFits(props: {
  filter: ResourceFilter;
  onClear(): void;
}) {
  const { filter, onClear } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const onlyUnwell =
    JSON.stringify(filter) === JSON.stringify({ ...noFilter, unwell: true });
  if (onlyUnwell) {
    return <EmptyNotice title={t('resources.allWell')} />;
  }
  return (
    <EmptyNotice title={t('resources.noneFit')}>
      {t('resources.noneFitHint')}{' '}
      <Button size="small" variant="tertiary" onPress={onClear}>
        {t('resources.clear')}
      </Button>
    </EmptyNotice>
  );
}
