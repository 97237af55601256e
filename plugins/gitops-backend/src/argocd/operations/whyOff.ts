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
 * Why operations do not exist here, and the key that switches them on; `undefined` where they do.
 *
 * Without the permission framework everybody who can sign in could sync.
 */
export function whyOff(switches: {
  /** `gitops.operations.enabled` */
  operations: boolean;
  /** `permission.enabled` */
  permissions: boolean;
}): string | undefined {
  if (!switches.operations) {
    return 'Operations are switched off in this Backstage: whoever runs it can set gitops.operations.enabled to true';
  }
  return switches.permissions
    ? undefined
    : 'Operations need the permission framework, which is off in this Backstage: whoever runs it can set permission.enabled to true';
}
