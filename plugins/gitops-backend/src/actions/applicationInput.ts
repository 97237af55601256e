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

import type { ApplicationPath } from '../argocd/ApplicationAccess';
import { entityInput, entityOf } from './entityInput';
import type { Zod } from './Zod';

/** The fields that name an Application of an entity. */
export const applicationInput = (z: Zod) =>
  z.object({
    ...entityInput(z),
    instance: z
      .string()
      .min(1)
      .describe(
        'Name of the Argo CD instance, as find-argocd-applications gives it.',
      ),
    appNamespace: z
      .string()
      .min(1)
      .describe(
        'Namespace of the Application itself, as find-argocd-applications gives it; mostly "argocd". Not where it deploys to.',
      ),
    app: z.string().min(1).describe('Name of the Application.'),
  });

/** The Application that they name. */
export function applicationPathOf(input: {
  name: string;
  kind?: string;
  namespace?: string;
  instance: string;
  appNamespace: string;
  app: string;
}): ApplicationPath {
  const { instance, appNamespace, app } = input;
  return { ...entityOf(input), instance, appNamespace, app };
}

/** For the examples of actions. */
export const ORDERS_IN_PRODUCTION = {
  name: 'orders',
  instance: 'main',
  appNamespace: 'argocd',
  app: 'orders-production',
};
