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
import {
  entityRouteParams,
  entityRouteRef,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { useOptionalRoute } from '../routing';
import styles from './EntityLink.module.css';

/**
 * Props of {@link EntityLink}.
 * @public
 */
export type EntityLinkProps = {
  /** Reference of the entity, such as `user:default/ada`. */
  entityRef: string;
};

/**
 * An entity of the catalog by its title, linked to its page where the app has one.
 * @public
 */
export function EntityLink({ entityRef }: EntityLinkProps) {
  const { primaryTitle } = useEntityPresentation(entityRef);
  const entityRoute = useOptionalRoute(entityRouteRef);
  return entityRoute ? (
    <Link
      className={styles.link}
      href={entityRoute(entityRouteParams(entityRef))}
      title={entityRef}
    >
      {primaryTitle}
    </Link>
  ) : (
    <span title={entityRef}>{primaryTitle}</span>
  );
}
