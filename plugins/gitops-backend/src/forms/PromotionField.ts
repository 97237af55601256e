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

import {
  type FormCheck,
  gitopsApplicationReadPermission,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { EntityApplicationsReader } from '../argocd/overview/EntityApplicationsReader';
import type { FormField, FormQuestion } from './FormField';
import type { ReleaseForm } from './ReleaseForm';

/** What a promotion would change, and which environments one can promote into. */
export class PromotionField implements FormField {
  readonly #form: ReleaseForm;
  readonly #overview: Pick<EntityApplicationsReader, 'read'>;

  constructor(options: {
    form: ReleaseForm;
    overview: Pick<EntityApplicationsReader, 'read'>;
  }) {
    this.#form = options.form;
    this.#overview = options.overview;
  }

  check(question: FormQuestion): Promise<FormCheck> {
    return this.#form.check(question, {
      kind: 'promotion',
      permission: gitopsApplicationReadPermission,
      begin: async (opened, environment) => {
        const applications = await this.#overview.read(opened);
        return {
          plan: async desk => {
            const { source, plan } = await desk.planPromotion({
              service: opened.entity.metadata.name,
              entityRef: opened.entityRef,
              environment,
              from: question.from || undefined,
              applications,
            });
            return { plan, against: source };
          },
        };
      },
    });
  }
}
