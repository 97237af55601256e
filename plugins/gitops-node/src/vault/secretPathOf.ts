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

/**
 * What stands for the placeholders of a pattern.
 * @public
 */
export type SecretPathValues = Partial<
  Record<'environment' | 'service' | 'system' | 'owner' | 'namespace', string>
>;

/**
 * Where a service's secrets are by a server's `pathPattern`; `undefined` where there is no value for one of its
 * placeholders.
 * @public
 */
export function secretPathOf(
  pattern: string,
  values: SecretPathValues,
): string | undefined {
  const known = new Map(Object.entries(values));
  let complete = true;
  const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = known.get(name);
    complete = complete && Boolean(value);
    return value ?? '';
  });
  return complete ? path : undefined;
}
