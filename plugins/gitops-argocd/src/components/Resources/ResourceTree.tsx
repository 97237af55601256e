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

import { useCallback, useRef, useState, type KeyboardEvent } from 'react';
import { Button, Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplicationResource } from '@gitops-platform/backstage-plugin-gitops-common';
import { resourceKey } from '../../model/resourceKey';
import type { PlacedResource } from '../../model/resourceTree';
import { treeStep } from '../../model/treeStep';
import { visibleRows } from '../../model/visibleRows';
import { gitopsArgocdTranslationRef } from '../../translation';
import { ShowMore } from '../View';
import { ResourceTreeRow } from './ResourceTreeRow';
import { useFolding } from './useFolding';
import styles from './ResourceTree.module.css';

// What a browser draws at first without a pause, and then when it is asked for more.
const AT_FIRST = 50;
const MORE = 100;

/** The resources, each below its owner. Arrows move, fold and unfold; Enter opens. */
export function ResourceTree(props: {
  placed: PlacedResource[];
  /** Whether to begin with everything unfolded, however much it is. */
  allOpen: boolean;
  /** The key of the resource that is open. */
  selected?: string;
  onSelect(resource: ApplicationResource): void;
}) {
  const { placed, allOpen, selected, onSelect } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const folding = useFolding(placed, allOpen);
  const [limit, setLimit] = useState(AT_FIRST);
  const [active, setActive] = useState<string>();
  const body = useRef<HTMLDivElement>(null);

  const all = visibleRows(placed, folding.folded);
  const rows = all.slice(0, limit);
  const activeIndex = Math.max(
    rows.findIndex(({ resource }) => resource.uid === active),
    0,
  );
  const focus = (index: number) => {
    setActive(rows[index].resource.uid);
    body.current?.querySelectorAll<HTMLElement>('[role=row]')[index]?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const { resource } = rows[activeIndex];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect(resource);
      return;
    }
    const step = treeStep(rows, activeIndex, event.key);
    if (!step) {
      return;
    }
    event.preventDefault();
    if ('focus' in step) {
      focus(step.focus);
    } else {
      folding.toggle(resource.uid);
    }
  };
  const latest = useRef({ onKey, onSelect });
  latest.current = { onKey, onSelect };
  const keyDown = useCallback(
    (event: KeyboardEvent) => latest.current.onKey(event),
    [],
  );
  const select = useCallback(
    (resource: ApplicationResource) => latest.current.onSelect(resource),
    [],
  );
  return (
    <Flex direction="column" gap="2">
      <Flex gap="2">
        <Button size="small" variant="tertiary" onPress={folding.unfoldAll}>
          {t('resources.expandAll')}
        </Button>
        <Button size="small" variant="tertiary" onPress={folding.foldAll}>
          {t('resources.collapseAll')}
        </Button>
      </Flex>
      <div
        className={styles.tree}
        role="treegrid"
        aria-label={t('resources.label')}
        aria-rowcount={all.length + 1}
      >
        <div role="rowgroup">
          <div role="row" aria-rowindex={1} className={styles.head}>
            <span role="columnheader">{t('resources.resource')}</span>
            <span role="columnheader">{t('resources.sync')}</span>
            <span role="columnheader">{t('resources.health')}</span>
            <span role="columnheader" className={styles.created}>
              {t('resources.created')}
            </span>
          </div>
        </div>
        <div role="rowgroup" ref={body}>
          {rows.map((row, index) => (
            <ResourceTreeRow
              key={row.resource.uid}
              row={row}
              index={index}
              isActive={index === activeIndex}
              isSelected={resourceKey(row.resource) === selected}
              onFocus={setActive}
              onToggle={folding.toggle}
              onSelect={select}
              onKeyDown={keyDown}
            />
          ))}
        </div>
      </div>
      <ShowMore
        hidden={all.length - limit}
        onPress={() => setLimit(limit + MORE)}
      />
    </Flex>
  );
}
