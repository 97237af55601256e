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
import { z } from 'zod';

/**
 * The file of a GitOps repository that says for which services Terraform makes image registries: service and the name of
 * the repository that may push to them, sorted, a line each.
 * @public
 */
export const SERVICE_REGISTRIES_FILE = 'terraform/global/ecr/services.json';

const registriesSchema = z.record(z.string(), z.string());

/** Of valid JSON that holds an object of strings and nothing else. */
const ENTRY = /("(?:[^"\\]|\\.)*")(\s*:\s*)("(?:[^"\\]|\\.)*")/g;

/**
 * Reads the text of {@link SERVICE_REGISTRIES_FILE}: service → repository.
 *
 * Throws an `InputError` where it is no object of strings, or names a service twice.
 * @public
 */
export function readServiceRegistries(content: string): Map<string, string> {
  const registries = new Map(Object.entries(parseOrRefuse(content)));
  if ([...content.matchAll(ENTRY)].length > registries.size) {
    throw refused('it names a service twice');
  }
  return registries;
}

/**
 * Adds a service that is not there yet, before the first one that sorts after it. Every other byte stays.
 *
 * Throws as {@link readServiceRegistries} does.
 * @internal
 */
export function addServiceRegistry(
  content: string,
  { service, repository }: { service: string; repository: string },
): string {
  readServiceRegistries(content);
  const entries = [...content.matchAll(ENTRY)];
  const colon = entries[0]?.[2] ?? ': ';
  const entry = `${JSON.stringify(service)}${colon}${JSON.stringify(
    repository,
  )}`;
  if (entries.length === 0) {
    const lineBreak = content.includes('\r\n') ? '\r\n' : '\n';
    return content.replace(
      /\{\s*\}/,
      () => `{${lineBreak}  ${entry}${lineBreak}}`,
    );
  }
  const next = entries.findIndex(([, name]) => JSON.parse(name) > service);
  const at = next < 0 ? entries.length - 1 : next;
  const { index: start, 0: present } = entries[at];
  // What separates it from the entry before, or from the brace: the line break and the indentation.
  const gap = /\s*$/.exec(content.slice(0, start))?.[0] ?? '';
  if (next < 0) {
    const end = start + present.length;
    return `${content.slice(0, end)},${gap}${entry}${content.slice(end)}`;
  }
  return `${content.slice(0, start)}${entry},${gap}${content.slice(start)}`;
}

function parseOrRefuse(content: string): Record<string, string> {
  try {
    return registriesSchema.parse(JSON.parse(content));
  } catch (error) {
    throw refused(
      'it must be a JSON object of services and repositories',
      error,
    );
  }
}

function refused(why: string, cause?: unknown): InputError {
  return new InputError(
    `${SERVICE_REGISTRIES_FILE} cannot be read: ${why}; put it right in Git first`,
    cause,
  );
}

/**
 * The list as it is now, with the services of another copy of it that it does not have: what others have added since
 * that copy was made stays.
 *
 * Throws as {@link readServiceRegistries} does.
 * @public
 */
export function mergeServiceRegistries(current: string, copy: string): string {
  const known = readServiceRegistries(current);
  return [...readServiceRegistries(copy)]
    .filter(([service]) => !known.has(service))
    .reduce(
      (content, [service, repository]) =>
        addServiceRegistry(content, { service, repository }),
      current,
    );
}
