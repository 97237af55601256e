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

import { Text } from '@backstage/ui';
import { RiInformationLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PossibleAction } from '@gitops-platform/backstage-plugin-gitops-common';
import { asSentence } from '@gitops-platform/backstage-plugin-gitops-react';
import { groupReasons } from '../../model/groupReasons';
import { gitopsArgocdTranslationRef } from '../../translation';
import styles from './Operations.module.css';

/** Why what is not possible is not: in the page, because a button that is disabled shows no tooltip. */
export function ActionReasons(props: {
  id: string;
  actions: PossibleAction[];
}) {
  const { id, actions } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const groups = groupReasons(actions);
  if (groups.length === 0) {
    return null;
  }
  return (
    <ul id={id} className={styles.reasons}>
      {groups.map(({ reason, actions: group }) => (
        <li key={reason ?? ''} className={styles.why}>
          <RiInformationLine size={16} aria-hidden />
          <Text variant="body-small">
            {t('operations.notPossible', {
              actions: group.map(action => t(`actions.${action}`)).join(', '),
              reason: asSentence(reason ?? t('operations.noReason')),
            })}
          </Text>
        </li>
      ))}
    </ul>
  );
}
