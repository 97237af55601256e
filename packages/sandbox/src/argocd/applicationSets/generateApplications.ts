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
import type { ApplicationSet } from '../types';

const listGenerator = z.strictObject({
  list: z.looseObject({
    elements: z.array(z.record(z.string(), z.unknown())),
  }),
});

/** What an ApplicationSet makes: the manifests of its Applications, or why it makes none. */
export type Generated =
  | { applications: { name: string; value: unknown }[] }
  | { problem: string };

function lookUp(element: Record<string, unknown>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? Object.entries(value).find(([name]) => name === key)?.[1]
          : undefined,
      element,
    );
}

function fill(
  text: string,
  element: Record<string, unknown>,
  goTemplate: boolean,
): string {
  return text.replace(/\{\{\s*([^}]*?)\s*\}\}/g, (whole, expression) => {
    const name = String(expression).replace(goTemplate ? /^\./ : /^$/, '');
    const value = /^[\w-]+(\.[\w-]+)*$/.test(name)
      ? lookUp(element, name) ?? element[name]
      : undefined;
    if (value === undefined) {
      throw new Error(
        `the sandbox fills in plain parameters of the element only, not ${whole}`,
      );
    }
    return String(value);
  });
}

function fillDeep(
  value: unknown,
  element: Record<string, unknown>,
  goTemplate: boolean,
): unknown {
  if (typeof value === 'string') {
    return fill(value, element, goTemplate);
  }
  if (Array.isArray(value)) {
    return value.map(item => fillDeep(item, element, goTemplate));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      fill(key, element, goTemplate),
      fillDeep(field, element, goTemplate),
    ]),
  );
}

/**
 * Expands the list generators of an ApplicationSet with plain parameters (`{{name}}`, with `goTemplate` `{{.name}}`).
 * Any other generator or expression is a problem that the set's condition tells, and nothing is made.
 */
export function generateApplications({ spec }: ApplicationSet): Generated {
  const applications: { name: string; value: unknown }[] = [];
  for (const generator of spec.generators ?? []) {
    const parsed = listGenerator.safeParse(generator);
    if (!parsed.success) {
      const kinds = Object.keys(generator).join(', ');
      return {
        problem: `the sandbox expands list generators only; this one is ${kinds}`,
      };
    }
    for (const element of parsed.data.list.elements) {
      try {
        const value = fillDeep(
          spec.template,
          element,
          spec.goTemplate ?? false,
        );
        const name = String(lookUp({ value }, 'value.metadata.name') ?? '');
        applications.push({ name, value });
      } catch (error) {
        return {
          problem: error instanceof Error ? error.message : String(error),
        };
      }
    }
  }
  return { applications };
}
