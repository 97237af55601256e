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

import { z } from 'zod';
import { address, expected, text } from './expected';
import { refuseDuplicates } from './refuseDuplicates';

const URL_TEXT =
  'the http(s) address of the repository, without credentials, such as https://github.com/acme/gitops-platform';
const PATH =
  "a folder inside the repository in which {environment} and {service} stand once each, such as 'applications/{environment}/{service}'";
const FILE =
  "the path of a file inside the service's folder, such as 'values.yaml'";

const staysInside = (path: string) =>
  path.split('/').every(part => !['', '.', '..'].includes(part));

const placeholders = (path: string) =>
  (path.match(/\{[^}]*\}?|\}/g) ?? []).sort().join();

const file = text(FILE).refine(staysInside, FILE);

const keyPath = text("a dotted path inside the file, such as 'image.tag'");

const versionSchema = z
  .discriminatedUnion(
    'kind',
    [
      z.strictObject({
        kind: z.literal('helm-values'),
        file: file.default('values.yaml'),
        paths: z
          .array(keyPath, expected('a list of dotted paths'))
          .min(1, 'one path or more; the first is the tag')
          .default(['image.tag', 'image.digest']),
      }),
      z.strictObject({
        kind: z.literal('kustomize-images'),
        file: file.default('kustomization.yaml'),
        paths: z.array(keyPath, expected('a list of image names')).default([]),
      }),
    ],
    expected(
      'where the version is written: { kind: helm-values } or { kind: kustomize-images }, with file and paths',
    ),
  )
  .default({
    kind: 'helm-values',
    file: 'values.yaml',
    paths: ['image.tag', 'image.digest'],
  });

export const repositoriesSchema = z
  .array(
    z.strictObject(
      {
        url: address(URL_TEXT).transform(url => url.replace(/\.git$/, '')),
        branch: text('the name of a branch').default('main'),
        path: text(PATH)
          .refine(
            path =>
              staysInside(path) &&
              placeholders(path) === '{environment},{service}',
            PATH,
          )
          .default('applications/{environment}/{service}'),
        version: versionSchema,
      },
      expected('a repository with a url'),
    ),
    expected('a list of repositories'),
  )
  .superRefine((repositories, context) =>
    refuseDuplicates(
      repositories,
      ({ url, branch, path }) => [
        { path: ['url'], name: [url, branch, path].join(' ') },
      ],
      'a repository, branch and path that is not in the list already',
      context,
    ),
  )
  .default([]);
