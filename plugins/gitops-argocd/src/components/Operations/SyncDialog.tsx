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
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  PossibleAction,
  ResourceName,
  SyncRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsArgocdTranslationRef } from '../../translation';
import type { ViewProps } from '../View';
import { ResourceChoice } from './ResourceChoice';
import { SyncOptions, type SyncSwitches } from './SyncOptions';
import { WillHappen } from './WillHappen';
import styles from './Operations.module.css';

/** How to sync, and what will happen then. */
export function SyncDialog(
  props: ViewProps & {
    force?: PossibleAction;
    onCancel(): void;
    onSubmit(request: SyncRequest): void;
  },
) {
  const { application, location, force, onCancel, onSubmit } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const [switches, setSwitches] = useState<SyncSwitches>({
    dryRun: false,
    prune: false,
    force: false,
  });
  const [chosen, setChosen] = useState<ResourceName[]>();
  const request: SyncRequest = { ...switches, resources: chosen };
  return (
    <Dialog isOpen onOpenChange={onCancel} width={640}>
      <DialogHeader>
        {t('dialog.title', { name: application.name })}
      </DialogHeader>
      <DialogBody className={styles.dialog}>
        <Flex direction="column" gap="5">
          <SyncOptions
            switches={switches}
            force={force}
            onChange={setSwitches}
          />
          <ResourceChoice
            location={location}
            chosen={chosen}
            onChange={setChosen}
          />
          <WillHappen application={application} request={request} />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onCancel}>
          {t('dialog.cancel')}
        </Button>
        <Button
          isDisabled={chosen?.length === 0}
          onPress={() => onSubmit(request)}
        >
          {switches.dryRun ? t('dialog.submitDryRun') : t('dialog.submitSync')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
