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

import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsArgocdTranslationRef } from '../../translation';

/** Says what it means to end an operation, before it is done. */
export function TerminateDialog(props: {
  application: ApplicationOverview;
  onCancel(): void;
  onSubmit(): void;
}) {
  const { application, onCancel, onSubmit } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <Dialog isOpen onOpenChange={onCancel} width={480}>
      <DialogHeader>
        {t('dialog.terminateTitle', { name: application.name })}
      </DialogHeader>
      <DialogBody>
        <Text>{t('dialog.terminateHint')}</Text>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onCancel}>
          {t('dialog.cancel')}
        </Button>
        <Button onPress={onSubmit}>{t('dialog.terminateSubmit')}</Button>
      </DialogFooter>
    </Dialog>
  );
}
