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

import { Link } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { userRef } from '../../model/userRef';
import { useOptionalRoute } from '../../routing';
import { gitopsArgocdTranslationRef } from '../../translation';
import styles from './Person.module.css';

/** Who, or what, did something: a user of the catalog by title and linked, `automated` in words, or a username. */
export function Person({ name }: { name?: string }) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  if (!name) {
    return <>{t('by.unknown')}</>;
  }
  if (name === 'automated') {
    return <>{t('by.automated')}</>;
  }
  const entityRef = userRef(name);
  return entityRef ? <CatalogUser entityRef={entityRef} /> : <>{name}</>;
}

function CatalogUser({ entityRef }: { entityRef: string }) {
  const { primaryTitle } = useEntityPresentation(entityRef);
  const entityRoute = useOptionalRoute(entityRouteRef);
  return entityRoute ? (
    <Link
      className={styles.user}
      href={entityRoute(entityRouteParams(entityRef))}
      title={entityRef}
    >
      {primaryTitle}
    </Link>
  ) : (
    <span title={entityRef}>{primaryTitle}</span>
  );
}
