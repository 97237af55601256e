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
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SourceParameter } from '@gitops-platform/backstage-plugin-gitops-common';
import { DataTable } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import { ShowMore } from '../View';
import styles from './Source.module.css';

const AT_ONCE = 50;

/** A row per parameter. A masked value is said to be one. */
export function ParametersTable(props: {
  name: string;
  parameters: SourceParameter[];
}) {
  const { name, parameters } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const [limit, setLimit] = useState(AT_ONCE);
  return (
    <>
      <DataTable
        label={t('parameters.label', { name })}
        items={parameters
          .slice(0, limit)
          .map((parameter, index) => ({ ...parameter, index }))}
        itemKey={({ index }) => String(index)}
        columns={[
          {
            id: 'name',
            title: t('parameters.name'),
            isRowHeader: true,
            cell: parameter => (
              <code className={styles.code}>{parameter.name}</code>
            ),
          },
          {
            id: 'value',
            title: t('parameters.value'),
            cell: ({ value, masked }) =>
              masked ? (
                <Text color="secondary">{t('parameters.masked')}</Text>
              ) : (
                <code className={styles.code}>{value}</code>
              ),
          },
        ]}
      />
      <ShowMore
        hidden={parameters.length - limit}
        onPress={() => setLimit(limit + AT_ONCE)}
      />
    </>
  );
}
