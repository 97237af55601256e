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

import { Fragment } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Route } from '@gitops-platform/backstage-plugin-gitops-common';
import { ExternalLink } from '@gitops-platform/backstage-plugin-gitops-react';
import { hostAddress } from '../../model/hostAddress';
import { routeName } from '../../model/routeName';
import { gitopsTraefikTranslationRef } from '../../translation';
import styles from './Hosts.module.css';

/** The hosts of a route, each linked where it can be opened; of a route without one, its name. */
export function Hosts(props: {
  route: Route;
  /** For where there is little room. */
  dense?: boolean;
}) {
  const { route, dense } = props;
  const { hosts, protocol } = route;
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  if (hosts.length === 0) {
    return (
      <>
        {t('host.protocol', {
          protocol: protocol.toUpperCase(),
          name: routeName(route),
        })}
      </>
    );
  }
  return (
    <span className={styles.hosts}>
      {hosts.map(host => (
        <ExternalLink
          key={host}
          href={hostAddress(route, host)}
          label={t('host.link', { host })}
          icon={!dense}
        >
          {breakable(host)}
        </ExternalLink>
      ))}
    </span>
  );
}

/** A host that breaks at its dots before anywhere else. */
function breakable(host: string) {
  return host.split(/(?<=\.)/).map((label, index) => (
    <Fragment key={`${index} ${label}`}>
      {label}
      <wbr />
    </Fragment>
  ));
}
