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

import { text } from './expected';

const PLACEHOLDER = /\{(environment|service|system|owner|namespace)\}/g;
const PLACEHOLDERS =
  'in which only {environment}, {service}, {system}, {owner} and {namespace} are placeholders';

/** Names between slashes; those at its ends are dropped. */
export const slashedPath = (what: string) =>
  text(what)
    .transform(value => value.replace(/^\/+|\/+$/g, ''))
    .refine(value => hasNames(value), what);

/** Where a service's secrets are. */
export const pathPattern = patternOf(
  `the path of a service's secrets, ${PLACEHOLDERS}, such as {environment}/{service}`,
).refine(
  value => !value.includes('*'),
  "a path without '*', because secrets are looked for there",
);

/** What belongs to an entity: without a name of its own in it, it would belong to every entity. */
export const allowedPattern = (what: string) => {
  const message = `${what}, ${PLACEHOLDERS}, one of which is {service}, {owner} or {system}, and * stands for one name`;
  return patternOf(message)
    .refine(value => /\{(service|owner|system)\}/.test(value), message)
    .refine(value => !value.includes('**'), message)
    .refine(
      value => value.split('/').some(identifies),
      `${what} in which {service}, {owner} or {system} stands in a name without * and without another of them: orders* is orders-admin as well`,
    );
};

/** Whether a name can be that of one entity, owner or system alone. */
function identifies(name: string): boolean {
  const found = name.match(/\{(service|owner|system)\}/g) ?? [];
  return found.length === 1 && !name.includes('*');
}

function patternOf(message: string) {
  return slashedPath(message).refine(
    value => !/[{}]/.test(value.replace(PLACEHOLDER, '')),
    message,
  );
}

function hasNames(path: string): boolean {
  return path.split('/').every(name => !['', '.', '..'].includes(name));
}
