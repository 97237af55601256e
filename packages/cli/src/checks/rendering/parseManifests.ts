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

import { parseAllDocuments } from 'yaml';
import { isRecord, listAt, textAt } from '../yaml';
import type { DeployedApplication, Manifest } from './Rendering';
import type { SourceIndex } from './SourceIndex';

/**
 * The manifests in what a tool printed, or a file holds.
 *
 * @internal
 */
export function parseManifests(
  text: string,
  options: {
    application: DeployedApplication;
    /** What to name where nothing better is known. */
    file: string;
    /** Folders that the sources of the manifests stand in. */
    folders: string[];
    index: SourceIndex;
  },
): Manifest[] {
  return parseAllDocuments(text, { merge: true })
    .map(document => ({
      value: document.toJS({ maxAliasCount: 10_000 }) as unknown,
      comment: document.commentBefore ?? document.contents?.commentBefore ?? '',
    }))
    .flatMap(({ value, comment }) =>
      // A List holds manifests of its own.
      textAt(value, 'kind') === 'List'
        ? listAt(value, 'items').map(item => ({ value: item, comment }))
        : [{ value, comment }],
    )
    .flatMap(({ value, comment }) => {
      if (!isRecord(value)) return [];
      const { application, folders, index } = options;
      const kind = textAt(value, 'kind') ?? '';
      const name = textAt(value, 'metadata', 'name') ?? '';
      const apiVersion = textAt(value, 'apiVersion') ?? '';
      const template = /Source: [^/]+\/(templates\/\S+)/.exec(comment)?.[1];
      const place = template
        ? { file: `${folders[0]}/${template}`, line: undefined }
        : index.find(kind, name, folders) ?? {
            file: options.file,
            line: undefined,
          };
      return [
        {
          application,
          ...place,
          value,
          apiVersion,
          group: apiVersion.includes('/') ? apiVersion.split('/')[0] : '',
          kind,
          name,
          namespace: textAt(value, 'metadata', 'namespace'),
        },
      ];
    });
}
