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

import { PluginHeader } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Navigate, Route, Routes } from 'react-router-dom';
import { ApplicationSetsPage } from '../applicationSets';
import { FleetPage } from '../fleet';
import { rootRouteRef } from '../routes';
import { gitopsTranslationRef } from '../translation';

/** The page with its tabs, which the new frontend system makes of the sub-pages. */
export function FleetPages() {
  const { t } = useTranslationRef(gitopsTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  return (
    <>
      <PluginHeader
        title={t('page.title')}
        tabs={[
          {
            id: 'applications',
            label: t('page.applications'),
            href: `${root}/applications`,
          },
          {
            id: 'application-sets',
            label: t('page.applicationSets'),
            href: `${root}/application-sets`,
          },
        ]}
      />
      <Routes>
        <Route path="applications" element={<FleetPage />} />
        <Route path="application-sets" element={<ApplicationSetsPage />} />
        <Route path="*" element={<Navigate to="applications" replace />} />
      </Routes>
    </>
  );
}
