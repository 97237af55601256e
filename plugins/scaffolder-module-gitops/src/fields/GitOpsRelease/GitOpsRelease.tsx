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
import { type FormCheckState, useFormCheck } from '../../check';
import { focusRing } from '../../field';
import { FieldStatus } from '../../status';
import styles from './GitOpsRelease.module.css';
import { isOverridden } from './isOverridden';
import { ReleaseChange } from './ReleaseChange';
import { reasonOf, releaseKind, releaseRequest } from './releaseRequest';
import type { gitOpsReleaseSchema } from './schema';
import { summarizeRelease } from './summarizeRelease';

/** What a promotion or a rollback would change, as the server plans it from the rest of the form. */
export function GitOpsRelease(props: typeof gitOpsReleaseSchema.TProps) {
  const { schema, uiSchema, rawErrors, formContext } = props;
  const { formData = '', onChange } = props;
  const kind = releaseKind(uiSchema['ui:options']);
  const request = releaseRequest(formContext?.formData, kind);
  const check = useFormCheck(request?.environment ? request : undefined, 0);
  const { checking, verdict } = check;
  const summary = verdict ? summarizeRelease(verdict) : '';

  // For the review, which shows values and no fields.
  useEffect(() => {
    if (!checking && summary !== formData) {
      onChange(summary);
    }
  }, [checking, summary, formData, onChange]);

  const title = schema.title ?? 'What will change';
  return (
    <section className={focusRing.ring} aria-label={title}>
      <Text as="h3" variant="title-x-small">
        {title}
      </Text>
      <Text as="p" color="secondary">
        {uiSchema['ui:description'] ?? schema.description}
      </Text>
      {!request?.environment && (
        <Text as="p">Choose a component and an environment first.</Text>
      )}
      <FieldStatus
        check={overridden(check, reasonOf(formContext?.formData))}
        errors={rawErrors}
      />
      {checking && <Skeleton className={styles.change} height={120} />}
      {verdict?.change && (
        <div className={styles.change}>
          <ReleaseChange kind={kind} change={verdict.change} />
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

/** A doubt that there is a reason to go on in spite of stops nobody, and is still said. */
function overridden(
  check: FormCheckState,
  reason: string | undefined,
): FormCheckState {
  const { verdict } = check;
  return verdict && isOverridden(verdict, reason)
    ? {
        ...check,
        verdict: {
          ...verdict,
          status: 'unavailable',
          message: `${verdict.message} It goes on for the reason that you give.`,
        },
      }
    : check;
}
