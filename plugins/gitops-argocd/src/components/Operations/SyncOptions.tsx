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

import { Flex, Switch, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PossibleAction } from '@gitops-platform/backstage-plugin-gitops-common';
import { asSentence } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';

/** How to sync. */
export type SyncSwitches = { dryRun: boolean; prune: boolean; force: boolean };

/** Switches for how to sync. Force is offered only where it exists, with the reason where it is not possible. */
export function SyncOptions(props: {
  switches: SyncSwitches;
  force?: PossibleAction;
  onChange(switches: SyncSwitches): void;
}) {
  const { switches, force, onChange } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const toggle = (name: keyof SyncSwitches) => ({
    isSelected: switches[name],
    onChange: (on: boolean) => onChange({ ...switches, [name]: on }),
  });
  return (
    <Flex
      direction="column"
      gap="3"
      role="group"
      aria-label={t('dialog.options')}
    >
      <Switch
        {...toggle('dryRun')}
        label={`${t('dialog.dryRun')}: ${t('dialog.dryRunHint')}`}
      />
      <Switch
        {...toggle('prune')}
        label={`${t('dialog.prune')}: ${t('dialog.pruneHint')}`}
      />
      {force && (
        <Switch
          {...toggle('force')}
          isDisabled={!force.possible}
          label={`${t('dialog.force')}: ${t('dialog.forceHint')}`}
        />
      )}
      {force && !force.possible && (
        <Text variant="body-small" color="secondary">
          {t('dialog.forceNotPossible', {
            reason: asSentence(force.reason ?? t('operations.noReason')),
          })}
        </Text>
      )}
    </Flex>
  );
}
