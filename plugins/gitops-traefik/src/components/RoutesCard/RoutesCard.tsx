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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FindingsList,
  LiveCard,
  untoldFindings,
  useEntityRoutes,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { assignFindings } from '../../model/assignFindings';
import { gitopsTraefikTranslationRef } from '../../translation';
import { RoutesClaimContent } from '../Notices';
import { RoutesTable } from './RoutesTable';

/** Each route's hosts, TLS and backends. */
export function RoutesCard() {
  const resource = useEntityRoutes();
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  return (
    <LiveCard title={t('card.title')} resource={resource}>
      <RoutesClaimContent resource={resource}>
        {value => {
          const { items } = value;
          const findings = untoldFindings(value);
          const { byRoute, rest } = assignFindings(items, findings);
          return (
            <>
              <RoutesTable
                routes={items}
                findings={findings}
                byRoute={byRoute}
              />
              <FindingsList findings={rest} compact />
            </>
          );
        }}
      </RoutesClaimContent>
    </LiveCard>
  );
}
