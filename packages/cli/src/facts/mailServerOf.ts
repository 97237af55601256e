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

import type { PlatformFile } from '../platform/PlatformFile';

/** Who sends mails: Amazon SES, where `platform.yaml` names no other server. */
export function mailServerOf({
  notifications: { email },
  aws,
  contact,
}: PlatformFile): { smarthost: string; username: string } {
  return typeof email === 'object'
    ? email
    : {
        smarthost: `email-smtp.${aws.region}.amazonaws.com:587`,
        username: contact,
      };
}
