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
  Checkbox,
  CheckboxGroup,
  Flex,
  SearchField,
  Text,
} from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ApplicationLocation,
  ApplicationResource,
  ResourceName,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  EmptyNotice,
  LiveContent,
  SyncStatus,
  useApplicationResources,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { resourceKey } from '../../model/resourceKey';
import { gitopsArgocdTranslationRef } from '../../translation';
import styles from './Operations.module.css';

// A list that long is searched, not read.
const AT_MOST = 50;

/** Chooses among the resources that Git names: those of which Argo CD says whether they are in sync. */
export function ChosenResources(props: {
  location: ApplicationLocation;
  chosen: ResourceName[];
  onChange(chosen: ResourceName[]): void;
}) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const resource = useApplicationResources(props.location);
  return (
    <LiveContent resource={resource} what={t('dialog.resources')}>
      {({ items }) => (
        <Choice {...props} resources={items.filter(({ sync }) => sync)} />
      )}
    </LiveContent>
  );
}

function Choice(props: {
  resources: ApplicationResource[];
  chosen: ResourceName[];
  onChange(chosen: ResourceName[]): void;
}) {
  const { resources, chosen, onChange } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const [text, setText] = useState('');
  const fitting = resources.filter(({ kind, name }) =>
    `${kind} ${name}`.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const keys = chosen.map(resourceKey);
  if (resources.length === 0) {
    return <EmptyNotice title={t('dialog.noResources')} />;
  }
  return (
    <Flex direction="column" gap="2">
      <SearchField
        size="small"
        aria-label={t('dialog.search')}
        placeholder={t('dialog.search')}
        value={text}
        onChange={setText}
      />
      <CheckboxGroup
        className={styles.choice}
        aria-label={t('dialog.choose')}
        value={keys}
        onChange={next =>
          onChange(
            resources
              .filter(resource => next.includes(resourceKey(resource)))
              .map(nameOf),
          )
        }
      >
        {fitting.slice(0, AT_MOST).map(resource => (
          <Checkbox key={resource.uid} value={resourceKey(resource)}>
            <span className={styles.option}>
              <span>{`${resource.kind} ${resource.name}`}</span>
              {resource.sync && <SyncStatus status={resource.sync} />}
            </span>
          </Checkbox>
        ))}
      </CheckboxGroup>
      {fitting.length === 0 && <Text>{t('dialog.noneFit')}</Text>}
      {fitting.length > AT_MOST && (
        <Text variant="body-small" color="secondary">
          {t('dialog.notShown', { count: fitting.length - AT_MOST })}
        </Text>
      )}
      <Text variant="body-small" color="secondary" role="status">
        {t('dialog.chosenCount', { count: chosen.length })}
      </Text>
    </Flex>
  );
}

function nameOf(resource: ApplicationResource): ResourceName {
  const { group, kind, namespace, name } = resource;
  return { group, kind, namespace, name };
}
