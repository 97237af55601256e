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

import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  editYaml,
  PLATFORM_FILE,
  type YamlEdit,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { readPlatformFile } from '../platform';
import { adaptText, type Renaming } from './adaptText';
import { type Answers, DOMAIN } from './Answers';
import { baseDomain } from './baseDomain';

/** What nothing else could tell, and what must not stay somebody else's. */
const NEEDED: string[][] = [
  ['organisation'],
  ['aws', 'accountId'],
  ['aws', 'region'],
];

type Path = (string | number)[];

/**
 * The `platform.yaml` of another organisation: what the answers say, and for the rest the same names with this
 * organisation and domain in them. Comments stay.
 *
 * Throws an `InputError` that lists what the answers lack.
 */
export function planPlatformFile(text: string, answers: Answers): string {
  const before = readPlatformFile(text);
  const { [DOMAIN]: domain, ...sections } = answers;
  refuseMissing(answers);

  const base = baseDomain(
    [...before.environments, ...before.clusters].map(one => one.domain),
  );
  const renamings: Renaming[] = [
    ...(base && typeof domain === 'string' ? [{ from: base, to: domain }] : []),
    { from: before.organisation, to: String(answers.organisation) },
  ];
  const document = parseDocument(text);
  const adapted = textsOf(document.contents, []).flatMap(
    ({ path, value }): YamlEdit[] => {
      const renamed = adaptText(value, renamings);
      return renamed === value ? [] : [{ op: 'set', path, value: renamed }];
    },
  );
  return editYaml(text, [...adapted, ...editsOf(sections, [])]);
}

function refuseMissing(answers: Answers): void {
  const missing = NEEDED.filter(path => valueAt(answers, path) === undefined);
  const lacking = missing.map(path => path.join('.'));
  if (answers[DOMAIN] === undefined) {
    const lists = ['environments', 'clusters'].filter(
      key => answers[key] === undefined,
    );
    if (lists.length > 0) {
      lacking.push(`${DOMAIN} (or ${lists.join(' and ')})`);
    }
  }
  if (lacking.length > 0) {
    throw new InputError(
      `The answers lack ${lacking.join(
        ', ',
      )}; they have the keys of ${PLATFORM_FILE}, of which those that stay as they are may be left out`,
    );
  }
}

function valueAt(value: JsonObject, path: string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (at, key) =>
      typeof at === 'object' && at !== null && !Array.isArray(at)
        ? at[key]
        : undefined,
    value,
  );
}

/** Each text of a document, with the path to it. */
function textsOf(
  node: Node | null,
  path: Path,
): { path: Path; value: string }[] {
  if (isMap<{ value: string }, Node>(node)) {
    return node.items.flatMap(({ key, value }) =>
      textsOf(value, [...path, key.value]),
    );
  }
  if (isSeq<Node>(node)) {
    return node.items.flatMap((item, index) => textsOf(item, [...path, index]));
  }
  return isScalar(node) && typeof node.value === 'string'
    ? [{ path, value: node.value }]
    : [];
}

/** Maps are answered key by key, everything else as a whole; nothing, as YAML writes it, leaves a key out. Environments of Terraform
 * are a list in all but form. */
function editsOf(value: JsonObject, path: Path): YamlEdit[] {
  return Object.entries(value).flatMap(([key, item]): YamlEdit[] => {
    const at = [...path, key];
    if (item === undefined) {
      return [];
    }
    if (item === null) {
      return [{ op: 'remove', path: at }];
    }
    const isSection =
      typeof item === 'object' &&
      !Array.isArray(item) &&
      Object.keys(item).length > 0;
    return isSection && at.join('.') !== 'terraform.environments'
      ? editsOf(item, at)
      : [{ op: 'set', path: at, value: item }];
  });
}
