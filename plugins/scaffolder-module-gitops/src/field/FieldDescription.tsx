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
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import styles from './FieldDescription.module.css';

/** What a field is for, below it: there the scaffolder's own fields have theirs. */
export function FieldDescription<T>(props: {
  /** What the field's `aria-describedby` names. */
  id: string;
  field: FieldExtensionComponentProps<T>;
}) {
  const { schema, uiSchema } = props.field;
  const description = uiSchema['ui:description'] ?? schema.description;
  return description ? (
    <Text
      as="p"
      id={props.id}
      className={styles.description}
      color="secondary"
      variant="body-small"
    >
      {description}
    </Text>
  ) : null;
}
