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

import { isSeq } from 'yaml';
import { editYaml, YamlEdit } from '../yaml';
import { parseYamlFile } from './parseYamlFile';
import { RequestedValues } from './requestedValues';

/**
 * Applies what was asked for to a `values.yaml` that is there already. Only the lines that differ change: the image,
 * comments and whatever reviewers added stay.
 * @internal
 */
export function updateValues(
  path: string,
  content: string,
  requested: RequestedValues,
): string {
  const document = parseYamlFile(path, content);
  const edits: YamlEdit[] = [];
  const set = (keys: string[], value: string | number) => {
    if (document.getIn(keys) !== value) {
      edits.push({ op: 'set', path: keys, value });
    }
  };

  set(['replicas'], requested.replicas);
  set(['size'], requested.size);
  set(['service', 'port'], requested.service.port);

  if (requested.route) {
    set(['route', 'host'], requested.route.host);
  } else if (document.getIn(['route', 'host'])) {
    edits.push({ op: 'set', path: ['route', 'host'], value: '' });
  }

  const { secrets } = requested;
  if (secrets && !document.getIn(['secrets', 'names'])) {
    edits.push({ op: 'set', path: ['secrets'], value: { ...secrets } });
  } else if (secrets) {
    set(['secrets', 'store', 'kind'], secrets.store.kind);
    set(['secrets', 'store', 'name'], secrets.store.name);
    set(['secrets', 'path'], secrets.path);
  }
  const names = document.getIn(['secrets', 'names']);
  if (isSeq(names)) {
    edits.push(...nameEdits(names.toJS(document), secrets?.names ?? []));
  }
  return edits.length ? editYaml(content, edits) : content;
}

function nameEdits(present: unknown[], wanted: string[]): YamlEdit[] {
  const removed = present.flatMap((name, index) =>
    wanted.some(item => item === name) ? [] : [index],
  );
  return [
    // From the end, so that the indexes before stay true.
    ...removed.reverse().map(
      (index): YamlEdit => ({
        op: 'remove',
        path: ['secrets', 'names', index],
      }),
    ),
    ...wanted
      .filter(name => !present.includes(name))
      .map(
        (value): YamlEdit => ({
          op: 'append',
          path: ['secrets', 'names'],
          value,
        }),
      ),
  ];
}
