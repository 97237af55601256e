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
import type { RecordedDeployment } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  RemedyLink,
  useTemplateRegistered,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../../translation';
import styles from './cells.module.css';

const TEMPLATE = 'rollback-release';

/** Leads to the template that rolls its environment back to a deployment, where that can be done and the template is
 * registered. */
export function RollBack(props: {
  deployment: RecordedDeployment;
  /** The service, where the deployment does not say. */
  entityRef?: string;
}) {
  const { deployment } = props;
  const { id, environment, canRollBackTo } = deployment;
  const { t } = useTranslationRef(gitopsTranslationRef);
  const registered = useTemplateRegistered(TEMPLATE);
  const component = deployment.entityRef ?? props.entityRef;
  if (!registered || !canRollBackTo || !component) {
    return null;
  }
  return (
    <div className={styles.rollBack}>
      <RemedyLink
        remedy={{
          label: t('deployments.rollBack'),
          template: TEMPLATE,
          parameters: { component, environment, deployment: id },
        }}
      />
    </div>
  );
}
