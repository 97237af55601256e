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

import { ANNOTATION_ENTITY_REF } from '@gitops-platform/backstage-plugin-gitops-common';

/** By which Argo CD knows what a resource is part of. */
export const TRACKING_ID = 'argocd.argoproj.io/tracking-id';

/** All others go unread: the last one that kubectl applied alone repeats the whole spec, values included. */
export const KEPT_ANNOTATIONS = [ANNOTATION_ENTITY_REF, TRACKING_ID];
