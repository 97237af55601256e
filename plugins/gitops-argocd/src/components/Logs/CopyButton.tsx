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

import { Button, Flex, Text } from '@backstage/ui';
import { RiFileCopyLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useAction } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';

/** Puts a text on the clipboard, and says whether it got there. */
export function CopyButton({ text }: { text(): string }) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const { state, start } = useAction(async () =>
    navigator.clipboard.writeText(text()),
  );
  return (
    <Flex align="center" gap="2">
      <Text variant="body-small" color="secondary" role="status">
        {state.status === 'done' && t('logs.copied')}
        {state.status === 'failed' && t('logs.notCopied')}
      </Text>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiFileCopyLine aria-hidden />}
        onPress={() => start()}
      >
        {t('logs.copy')}
      </Button>
    </Flex>
  );
}
