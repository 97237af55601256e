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
import { RiErrorWarningLine, RiInformationLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplicationEvent } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  DataTable,
  Lines,
  StatusText,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import { ShowMore } from '../View';
import styles from './EventsTable.module.css';

const AT_ONCE = 50;

const looks = {
  Normal: { icon: RiInformationLine, tone: 'quiet' },
  Warning: { icon: RiErrorWarningLine, tone: 'attention' },
} as const;

/** A row per event, in the order in which they come: newest first. */
export function EventsTable(props: {
  events: ApplicationEvent[];
  /** Whether to say what each is about. */
  withObject: boolean;
}) {
  const { events, withObject } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const [limit, setLimit] = useState(AT_ONCE);
  const object = {
    id: 'object',
    title: t('events.object'),
    cell: ({ event }: NumberedEvent) => (
      <div className={styles.object}>
        <Lines>
          <Text variant="body-small" color="secondary">
            {event.kind}
          </Text>
          <span>{event.name}</span>
        </Lines>
      </div>
    ),
  };
  return (
    <>
      <DataTable
        label={t('events.label')}
        items={events
          .slice(0, limit)
          .map((event, index): NumberedEvent => ({ event, index }))}
        itemKey={({ index }) => String(index)}
        columns={[
          {
            id: 'reason',
            title: t('events.reason'),
            isRowHeader: true,
            cell: ({ event }) => (
              <Lines>
                <span>{event.reason}</span>
                <StatusText {...looks[event.type]}>
                  {t(`events.${event.type}`)}
                </StatusText>
              </Lines>
            ),
          },
          ...(withObject ? [object] : []),
          {
            id: 'message',
            title: t('events.message'),
            cell: ({ event }) => (
              <div className={styles.message}>{event.message}</div>
            ),
          },
          {
            id: 'last',
            title: t('events.last'),
            cell: ({ event }) => <When {...event} />,
          },
        ]}
      />
      <ShowMore
        hidden={events.length - limit}
        onPress={() => setLimit(limit + AT_ONCE)}
      />
    </>
  );
}

/** Kubernetes has nothing else to tell events apart by. */
type NumberedEvent = { event: ApplicationEvent; index: number };

function When({ lastAt, firstAt, count }: ApplicationEvent) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <Lines>
      {lastAt && <Age time={lastAt} />}
      {count > 1 && (
        <Text variant="body-small" color="secondary">
          {t('events.times', { count })}
          {firstAt && (
            <>, {t('events.first', { age: <Age time={firstAt} /> })}</>
          )}
        </Text>
      )}
    </Lines>
  );
}
