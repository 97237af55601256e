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

import { useSearchParams } from 'react-router-dom';
import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import { applicationKey } from '../../model/applicationKey';

const PARAMETER = 'app';

/**
 * Which Application is looked at. It stands in the address of the page, so that it can be passed on; one that
 * is not there any more gives way to the first.
 */
export function useSelectedApplication(applications: ApplicationOverview[]) {
  const [search, setSearch] = useSearchParams();
  const asked = search.get(PARAMETER);
  const selected =
    applications.find(application => applicationKey(application) === asked) ??
    applications[0];
  const select = (application: ApplicationOverview) =>
    setSearch(
      before => {
        const after = new URLSearchParams(before);
        after.set(PARAMETER, applicationKey(application));
        return after;
      },
      { replace: true },
    );
  return { selected, select };
}
