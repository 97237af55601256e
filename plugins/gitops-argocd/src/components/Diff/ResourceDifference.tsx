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

import { useState } from 'react';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Flex,
  Text,
} from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ResourceDiff } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsArgocdTranslationRef } from '../../translation';
import { Hunk } from './Hunk';
import styles from './Diff.module.css';

/** How one resource differs: which lines, and how many of its values are masked. */
export function ResourceDifference(props: {
  difference: ResourceDiff;
  openAtFirst: boolean;
}) {
  const { difference, openAtFirst } = props;
  const { kind, name, namespace, change, hunks } = difference;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const [open, setOpen] = useState(openAtFirst);
  return (
    <Accordion isExpanded={open} onExpandedChange={setOpen}>
      <AccordionTrigger
        level={3}
        title={`${kind} ${name}`}
        subtitle={[namespace, t(`diff.${change}`)].filter(Boolean).join(' · ')}
      />
      <AccordionPanel>
        {open && (
          <Flex direction="column" gap="3" className={styles.resource}>
            <MaskedNote {...difference} />
            {hunks.map(hunk => (
              <Hunk
                key={`${hunk.liveStart} ${hunk.desiredStart}`}
                hunk={hunk}
                // Of what is on one side alone, the lines are all there are.
                titled={change === 'modified'}
              />
            ))}
            {hunks.length === 0 && (
              <Text color="secondary">{t('diff.noLines')}</Text>
            )}
            {difference.truncated && (
              <Text color="secondary">{t('diff.truncated')}</Text>
            )}
          </Flex>
        )}
      </AccordionPanel>
    </Accordion>
  );
}

function MaskedNote({ masked, maskedChanges }: ResourceDiff) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  if (masked === 0) {
    return null;
  }
  return (
    <Text variant="body-small">
      {t('diff.masked', { count: masked })}
      {maskedChanges > 0 &&
        ` ${t('diff.maskedChanges', { count: maskedChanges })}`}
    </Text>
  );
}
