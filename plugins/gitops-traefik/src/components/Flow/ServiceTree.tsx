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

import type { RouteService } from '@gitops-platform/backstage-plugin-gitops-common';
import styles from './Services.module.css';
import { ServiceNode } from './ServiceNode';

/** Services, each with what it is made of. */
export function ServiceTree(props: {
  services: RouteService[];
  /** What they are, for a screen reader. */
  label: string;
  /** The kind of the service that is made of them. */
  parentKind?: string;
}) {
  const { services, label, parentKind } = props;
  return (
    <ul
      className={parentKind ? styles.members : styles.tree}
      aria-label={label}
    >
      {services.map((service, index) => (
        <li key={`${index} ${service.name}`}>
          <ServiceNode
            service={service}
            parentKind={parentKind}
            isFirst={index === 0}
          />
        </li>
      ))}
    </ul>
  );
}
