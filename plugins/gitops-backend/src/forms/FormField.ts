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

import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type {
  FormCheck,
  FormCheckRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';

/** What a field of the wizard asks, and who asks it. */
export interface FormQuestion extends Omit<FormCheckRequest, 'check'> {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
}

/**
 * One check of the wizard. An `InputError` or `ConflictError` is a refusal of what was typed; whatever else it rejects
 * with means that the check could not be made.
 */
export interface FormField {
  check(question: FormQuestion): Promise<FormCheck>;
}
