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

import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { FleetApplication } from '@gitops-platform/backstage-plugin-gitops-common';
import { ExternalLink } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../../translation';
import { OneLine } from './OneLine';

/** The name leads to the entity that claims the Application, else to Argo CD. */
export function ApplicationName({ row }: { row: FleetApplication }) {
  const { t } = useTranslationRef(gitopsTranslationRef);
  const entityRoute = useRouteRef(entityRouteRef);
  const { entityRef, name, namespace, parent, url } = row;
  const below = parent
    ? t('row.from', { kind: parent.kind, name: parent.name })
    : namespace;
  return (
    <OneLine below={below}>
      {entityRef ? (
        <Link href={entityRoute(parseEntityRef(entityRef))} title={name}>
          {name}
        </Link>
      ) : (
        <ExternalLink href={url} label={t('row.inArgoCd', { name })} icon>
          {name}
        </ExternalLink>
      )}
    </OneLine>
  );
}
