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

import { useEffect } from 'react';
import { Button, Skeleton, Text } from '@backstage/ui';
import { useFormCheck } from '../../check';
import { focusRing } from '../../field';
import { FieldStatus } from '../../status';
import { FileList } from './FileList';
import { filesRequest } from './filesRequest';
import styles from './GitOpsFiles.module.css';
import type { gitOpsFilesSchema } from './schema';
import { summarizeFiles } from './summarizeFiles';

/** The files that the task will write, as the server plans them from the rest of the form. */
export function GitOpsFiles(props: typeof gitOpsFilesSchema.TProps) {
  const { schema, uiSchema, rawErrors, formContext } = props;
  const { formData = '', onChange } = props;
  const check = useFormCheck(filesRequest(formContext?.formData), 0);
  const { checking, verdict } = check;
  const files = verdict?.status === 'ok' ? verdict.files ?? [] : undefined;
  const summary = files ? summarizeFiles(files) : '';

  // For the review, which shows values and no fields.
  useEffect(() => {
    if (!checking && summary !== formData) {
      onChange(summary);
    }
  }, [checking, summary, formData, onChange]);

  const shown =
    files && verdict && !verdict.message
      ? { ...check, verdict: { ...verdict, message: `${summary}.` } }
      : check;

  return (
    <section className={focusRing.ring} aria-label={schema.title ?? 'Files'}>
      <Text as="h3" variant="title-x-small">
        {schema.title ?? 'Files'}
      </Text>
      <Text as="p" color="secondary">
        {uiSchema['ui:description'] ?? schema.description}
      </Text>
      <FieldStatus check={shown} errors={rawErrors} />
      {checking && <Skeleton className={styles.list} height={120} />}
      {files && (
        <div className={styles.list}>
          <FileList files={files} />
        </div>
      )}
      {verdict?.status === 'unavailable' && !verdict.forbidden && (
        <Button variant="secondary" size="small" onPress={check.retry}>
          Try again
        </Button>
      )}
    </section>
  );
}
