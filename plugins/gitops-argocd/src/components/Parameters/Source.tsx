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

import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SourceParameters } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  ExternalLink,
  Facts,
  Lines,
  Revision,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { repositoryName } from '../../model/repositoryName';
import { gitopsArgocdTranslationRef } from '../../translation';
import { CodeBlock } from '../CodeBlock';
import { ParametersTable } from './ParametersTable';
import styles from './Source.module.css';

/** One source: where it lies, what it resolved to, and what is set for it. */
export function Source(props: {
  source: SourceParameters;
  /** Its place among several. */
  number?: number;
}) {
  const { source, number } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const name = source.chart ?? repositoryName(source.repoUrl);
  return (
    <Flex direction="column" gap="3">
      <Text as="h3" variant="body-large" weight="bold">
        {number
          ? t('parameters.source', { number: String(number), name })
          : t('parameters.oneSource', { name })}
      </Text>
      <Facts
        facts={[
          { name: t('parameters.type'), value: t(`parameters.${source.type}`) },
          {
            name: t('parameters.repository'),
            value: (
              <ExternalLink href={source.repoUrl}>
                {source.repoUrl}
              </ExternalLink>
            ),
          },
          { name: t('parameters.path'), value: source.path },
          { name: t('parameters.chart'), value: source.chart },
          { name: t('parameters.target'), value: source.targetRevision },
          {
            name: t('parameters.revision'),
            value: source.revision && (
              <Revision
                revision={source.revision}
                url={source.revisionUrl}
                label={t('header.revisionOf', { name })}
              />
            ),
          },
          { name: t('parameters.reference'), value: source.ref },
          {
            name: t('parameters.valueFiles'),
            value:
              source.valueFiles.length > 0 ? (
                <Lines>
                  {source.valueFiles.map(file => (
                    <code key={file} className={styles.code}>
                      {file}
                    </code>
                  ))}
                </Lines>
              ) : undefined,
          },
        ]}
      />
      {source.parameters.length > 0 ? (
        <ParametersTable name={name} parameters={source.parameters} />
      ) : (
        <Text variant="body-small" color="secondary">
          {t('parameters.noParameters')}
        </Text>
      )}
      {source.values && (
        <div>
          <Text as="h4" variant="body-small" color="secondary">
            {t('parameters.values')}
          </Text>
          <CodeBlock label={t('parameters.values')}>
            <div className={styles.values}>{source.values}</div>
          </CodeBlock>
        </div>
      )}
    </Flex>
  );
}
