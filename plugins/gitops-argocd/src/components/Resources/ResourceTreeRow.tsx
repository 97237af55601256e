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

import { memo, type CSSProperties, type KeyboardEvent } from 'react';
import { Text } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplicationResource } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  HealthStatus,
  SyncStatus,
} from '@gitops-platform/backstage-plugin-gitops-react';
import type { ResourceRow } from '../../model/visibleRows';
import { gitopsArgocdTranslationRef } from '../../translation';
import styles from './ResourceTree.module.css';

/** What a {@link ResourceTreeRow} shows and does. The callbacks stay the same, so that a row is drawn again only where it changes. */
type Props = {
  row: ResourceRow;
  index: number;
  /** Whether Tab leads to it. */
  isActive: boolean;
  isSelected: boolean;
  onFocus(uid: string): void;
  onToggle(uid: string): void;
  onSelect(resource: ApplicationResource): void;
  onKeyDown(event: KeyboardEvent): void;
};

/** A resource in its place: what it is, whether it is in sync and well, and since when it is there. */
export const ResourceTreeRow = memo(Row);

function Row(props: Props) {
  const { row, index, isActive, isSelected, ...on } = props;
  const { resource, depth, expanded } = row;
  const { uid, sync, health, createdAt } = resource;
  const indent: CSSProperties & Record<'--depth', number> = {
    '--depth': depth,
  };
  return (
    <div
      role="row"
      className={styles.row}
      style={indent}
      aria-rowindex={index + 2}
      aria-level={depth + 1}
      aria-expanded={expanded}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => on.onFocus(uid)}
      onClick={() => on.onSelect(resource)}
      onKeyDown={on.onKeyDown}
    >
      <div role="rowheader" className={styles.resource}>
        <span
          className={expanded === undefined ? styles.leaf : styles.fold}
          // The keyboard has the arrows for it, and a screen reader aria-expanded.
          aria-hidden
          onClick={event => {
            if (expanded !== undefined) {
              event.stopPropagation();
              on.onToggle(uid);
            }
          }}
        >
          {expanded === true && <RiArrowDownSLine size={18} />}
          {expanded === false && <RiArrowRightSLine size={18} />}
        </span>
        <Name resource={resource} />
      </div>
      <div role="gridcell">{sync && <SyncStatus status={sync} />}</div>
      <div role="gridcell">{health && <HealthStatus status={health} />}</div>
      <div role="gridcell" className={styles.created}>
        {createdAt && <Age time={createdAt} />}
      </div>
    </div>
  );
}

function Name({ resource }: { resource: ApplicationResource }) {
  const { kind, name, health, healthMessage, rollout } = resource;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const steps = rollout?.steps.length;
  return (
    <div className={styles.name}>
      <Text variant="body-small" color="secondary">
        {kind}
      </Text>
      <div>{name}</div>
      {rollout?.step && steps ? (
        <Text variant="body-small" color="secondary">
          {t('resources.step', {
            step: String(rollout.step),
            total: String(steps),
          })}
        </Text>
      ) : null}
      {healthMessage && health !== 'Healthy' && (
        <div className={styles.message} title={healthMessage}>
          {healthMessage}
        </div>
      )}
    </div>
  );
}
