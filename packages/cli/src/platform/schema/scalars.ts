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

import { expected } from '@gitops-platform/backstage-plugin-gitops-node';
import { z } from 'zod';

/** A text that a pattern describes. */
export const pattern = (regex: RegExp, what: string) =>
  z
    .string(expected(what))
    .regex(regex, what)
    .meta({
      // An example would look like a leftover of another platform.
      description: what.split(/,? such as /)[0],
    });

/** DNS label of at most 40 characters, so that `<add-on>-config-<name>` still is one. */
export const name = (what: string) =>
  pattern(
    /^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/,
    `${what} in at most 40 lower-case letters, digits and hyphens, the first a letter`,
  );

export const domain = pattern(
  /^(?=.{1,200}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/,
  'a domain in lower case, such as platform.acme.io',
);

const OCTET = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';

/** IPv4 range. */
export const cidr = (example: string) =>
  pattern(
    new RegExp(`^${OCTET}(\\.${OCTET}){3}/(3[0-2]|[12]?\\d)$`),
    `an IPv4 range, such as ${example}`,
  );

export const accountId = pattern(
  /^\d{12}$/,
  "the 12 digits of an AWS account, in quotes, such as '210987654321'",
);

export const region = pattern(
  /^[a-z]{2}(-[a-z]+)+-\d$/,
  'an AWS region, such as eu-central-1',
);

export const httpsUrl = (what: string) =>
  pattern(
    /^https:\/\/[^\s/@?#]+(\/[^\s@?#]*)?$/,
    `${what}: an https address without credentials or query`,
  );

/** A switch with named options. */
export const oneOf = <const T extends readonly [string, ...string[]]>(
  options: T,
) => {
  const what = [options.slice(0, -1).join(', '), options.at(-1)]
    .filter(Boolean)
    .join(' or ');
  return z.enum(options, expected(what));
};

export const onOff = z.boolean(expected('true or false'));
