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

import { Select, Switch } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { gitopsArgocdTranslationRef } from '../../translation';
import styles from './Logs.module.css';

/** Whose log to read, and how much of it. */
export type LogOptions = {
  container?: string;
  tailLines: number;
  previous: boolean;
};

const LINES = [200, 500, 1000];

/** Chooses the container, the number of lines, and whether it is that before the last restart. */
export function LogChoice(props: {
  containers: string[];
  options: LogOptions;
  onChange(options: LogOptions): void;
}) {
  const { containers, options, onChange } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <div className={styles.choice}>
      {containers.length > 0 && (
        <Select
          size="small"
          label={t('logs.container')}
          options={containers.map(name => ({ id: name, label: name }))}
          value={options.container}
          onChange={key => onChange({ ...options, container: String(key) })}
        />
      )}
      <Select
        size="small"
        label={t('logs.lines')}
        options={LINES.map(count => ({
          id: String(count),
          label: t('logs.lineCount', { number: String(count) }),
        }))}
        value={String(options.tailLines)}
        onChange={key => onChange({ ...options, tailLines: Number(key) })}
      />
      <Switch
        label={t('logs.previous')}
        isSelected={options.previous}
        onChange={previous => onChange({ ...options, previous })}
      />
    </div>
  );
}
