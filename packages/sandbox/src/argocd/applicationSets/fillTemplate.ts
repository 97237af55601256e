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

/** What a generator makes: the names that a template may use. */
export type Parameters = Record<string, unknown>;

const EXPRESSION = /\{\{\s*([^}]*?)\s*\}\}/g;
const PLAIN = /^[\w-]+(\.[\w-]+)*$/;
const INDEX = /^index \.([\w-]+(?:\.[\w-]+)*) "([^"]+)"$/;

/** The value at a path of keys; `undefined` where it leads nowhere. */
export function lookUp(value: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? Object.entries(at).find(([name]) => name === key)?.[1]
        : undefined,
    value,
  );
}

function evaluate(
  expression: string,
  parameters: Parameters,
  goTemplate: boolean,
): unknown {
  const indexed = goTemplate ? INDEX.exec(expression) : undefined;
  if (indexed) {
    return lookUp(parameters, [...indexed[1].split('.'), indexed[2]]);
  }
  const name = expression.replace(goTemplate ? /^\./ : /^$/, '');
  return PLAIN.test(name)
    ? lookUp(parameters, name.split('.')) ?? parameters[name]
    : undefined;
}

function fill(
  text: string,
  parameters: Parameters,
  goTemplate: boolean,
): string {
  return text.replace(EXPRESSION, (whole, expression) => {
    const value = evaluate(String(expression), parameters, goTemplate);
    if (value === undefined) {
      throw new Error(
        `the sandbox fills in plain parameters of the element only, not ${whole}`,
      );
    }
    return String(value);
  });
}

/**
 * Fills in plain parameters, keys included: `{{name}}`, with `goTemplate` `{{ .name }}` and `{{ index .map "key" }}`.
 * Throws for any other expression, and for a parameter that there is not.
 */
export function fillTemplate(
  value: unknown,
  parameters: Parameters,
  goTemplate: boolean,
): unknown {
  if (typeof value === 'string') {
    return fill(value, parameters, goTemplate);
  }
  if (Array.isArray(value)) {
    return value.map(item => fillTemplate(item, parameters, goTemplate));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      fill(key, parameters, goTemplate),
      fillTemplate(field, parameters, goTemplate),
    ]),
  );
}
