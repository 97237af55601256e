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

import { useId, useState } from 'react';
import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplicationReason } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsArgocdTranslationRef } from '../../translation';
import { Reason } from './Reason';
import styles from './Reasons.module.css';

/** The most telling reasons, and the others when asked for. */
export function ReasonNote(props: {
  reasons: ApplicationReason[];
  /** How many to show unasked. */
  atFirst: number;
  hrefOf?(resource: NonNullable<ApplicationReason['resource']>): string;
}) {
  const { reasons, atFirst, hrefOf } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const [all, setAll] = useState(false);
  const list = useId();
  const more = reasons.length - atFirst;
  return (
    <div className={styles.note}>
      <ul id={list} className={styles.list}>
        {(all ? reasons : reasons.slice(0, atFirst)).map((reason, index) => (
          <li key={`${index} ${reason.message}`}>
            <Reason reason={reason} hrefOf={hrefOf} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button
          className={styles.more}
          size="small"
          variant="tertiary"
          aria-expanded={all}
          aria-controls={list}
          onPress={() => setAll(!all)}
        >
          {all ? t('reason.less') : t('reason.more', { count: more })}
        </Button>
      )}
    </div>
  );
}
