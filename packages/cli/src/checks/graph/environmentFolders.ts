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

import { isRecord, textAt, YamlDocument } from '../yaml';
import type { Check } from '../core/Check';
import { readPlatformFile } from '../../platform';
import { sourcesOf } from './sourcesOf';

/** @internal */
export const environmentFolders: Check = {
  id: 'graph/environments',
  title:
    'A file below applications/<environment> names that environment’s project, cluster and namespaces alone',
  *run({ tree, count }) {
    const { environments } = readPlatformFile(tree.get('platform.yaml') ?? '');
    for (const [file, text] of tree) {
      const folder = /^applications\/([^/]+)\/.+\.ya?ml$/.exec(file)?.[1];
      const environment = environments.find(({ name }) => name === folder);
      if (!folder || !text.includes('argoproj.io/')) continue;
      for (const document of YamlDocument.parseAll(text)) {
        const value = document.object;
        if (!value || textAt(value, 'kind') === undefined) continue;
        count('documents');
        const at = (...path: string[]) => ({
          file,
          line: document.lineOf(path),
        });
        if (!environment) {
          yield {
            ...at(),
            what: `platform.yaml has no environment ${folder}`,
            mend: `Move the file, or add the environment.`,
          };
          continue;
        }
        if (textAt(value, 'kind') !== 'Application') {
          yield {
            ...at('kind'),
            what: `is a ${textAt(
              value,
              'kind',
            )}: only Applications are collected here`,
            mend: 'Move it into the chart or folder that the Application takes.',
          };
          continue;
        }
        const project = textAt(value, 'spec', 'project') ?? '';
        if (project !== `workloads-${folder}`) {
          yield {
            ...at('spec', 'project'),
            what: `names the project ${project}`,
            mend: `Name workloads-${folder}.`,
          };
        }
        const namespace =
          textAt(value, 'spec', 'destination', 'namespace') ?? '';
        if (!namespace.endsWith(`-${folder}`)) {
          yield {
            ...at('spec', 'destination', 'namespace'),
            what: `goes to the namespace ${namespace || '(none)'}`,
            mend: `Name one that ends with -${folder}.`,
          };
        }
        const cluster = textAt(value, 'spec', 'destination', 'name');
        if (environment.cluster && cluster !== environment.cluster) {
          yield {
            ...at('spec', 'destination'),
            what: `goes to ${
              cluster ?? 'a server by its address'
            }, but ${folder} is in ${environment.cluster}`,
            mend: `Write name: ${environment.cluster}.`,
          };
        }
        for (const source of sourcesOf(value)) {
          const files = isRecord(source.helm) ? source.helm.valueFiles : [];
          for (const one of Array.isArray(files) ? files.map(String) : []) {
            const other = /applications\/([^/]+)\//.exec(one)?.[1];
            if (other && other !== folder) {
              yield {
                ...at('spec'),
                what: `takes values of ${other}: ${one}`,
                mend: `Take them from applications/${folder}/.`,
              };
            }
          }
        }
      }
    }
  },
};
