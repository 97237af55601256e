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

/**
 * Refuses a name or alias that ends like another environment's: `orders-pre-prod` could be `orders` in `pre-prod` or
 * `orders-pre` in `prod`.
 */
export function refuseEndings<T extends { name: string; aliases: string[] }>(
  environments: T[],
  context: z.RefinementCtx<T[]>,
): void {
  environments.forEach((environment, index) => {
    const others = environments
      .filter(other => other !== environment)
      .flatMap(({ name, aliases }) => [name, ...aliases]);
    const refuse = (name: string, path: PropertyKey[]) => {
      const ending = others.find(other => name.endsWith(`-${other}`));
      if (ending !== undefined) {
        context.addIssue({
          code: 'custom',
          path: [index, ...path],
          message: `a name that does not end with '-${ending}', because '${ending}' is another environment: an Application called 'orders-${name}' could belong to either`,
        });
      }
    };
    refuse(environment.name, ['name']);
    environment.aliases.forEach((alias, at) => refuse(alias, ['aliases', at]));
  });
}
