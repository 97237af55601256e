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
import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  gitopsApplicationLogsReadPermission,
  type ApplicationResource,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { useApplicationLogs } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import { ReadAgain, ViewContent, type ViewProps } from '../View';
import { LogChoice, type LogOptions } from './LogChoice';
import { LogLines } from './LogLines';

/** The last lines of a container: which, how many, and as of when. */
export function Logs(props: ViewProps & { pod: ApplicationResource }) {
  const { application, location, pod } = props;
  const { name, namespace = '', containers = [] } = pod;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const [options, setOptions] = useState<LogOptions>({
    container: containers[0],
    tailLines: 200,
    previous: false,
  });
  const resource = useApplicationLogs(location, {
    pod: name,
    podNamespace: namespace,
    container: options.container,
    tailLines: options.tailLines,
    previous: options.previous || undefined,
  });
  return (
    <Flex direction="column" gap="3">
      <LogChoice
        containers={containers}
        options={options}
        onChange={setOptions}
      />
      <ReadAgain resource={resource} />
      <ViewContent
        application={application}
        resource={resource}
        what={t('logs.what')}
        permission={gitopsApplicationLogsReadPermission.name}
        isEmpty={({ items }) => items.length === 0}
        empty={{ title: t('logs.empty'), hint: t('logs.emptyHint') }}
      >
        {log => <LogLines log={log} container={options.container ?? name} />}
      </ViewContent>
    </Flex>
  );
}
