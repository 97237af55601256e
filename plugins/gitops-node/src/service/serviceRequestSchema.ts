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
  CompoundEntityRef,
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { z } from 'zod';
import { expected, LABEL } from '../config/expected';
import { isServiceName, SERVICE_NAME_RULE } from './serviceNames';

const text = (what: string, check: (value: string) => boolean) =>
  z.string(expected(what)).refine(value => check(value), what);

const wholeNumber = (min: number, max: number, what: string) =>
  z
    .number(expected(what))
    .refine(
      value => Number.isInteger(value) && value >= min && value <= max,
      what,
    );

/** What a form leaves empty is not there. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    value => (value === '' || value === null ? undefined : value),
    schema.optional(),
  );

const entityRef = (defaultKind: string, kinds: string[], what: string) =>
  z.string(expected(what)).transform((value, context) => {
    const ref = readEntityRef(value, defaultKind);
    if (!ref || !kinds.includes(ref.kind.toLocaleLowerCase('en-US'))) {
      context.addIssue({ code: 'custom', message: what });
      return z.NEVER;
    }
    return stringifyEntityRef(ref);
  });

function readEntityRef(
  value: string,
  defaultKind: string,
): CompoundEntityRef | undefined {
  try {
    return parseEntityRef(value, {
      defaultKind,
      defaultNamespace: DEFAULT_NAMESPACE,
    });
  } catch {
    return undefined;
  }
}

function isRepositoryUrl(value: string): boolean {
  if (!URL.canParse(value)) {
    return false;
  }
  const url = new URL(value);
  return (
    ['http:', 'https:'].includes(url.protocol) &&
    !url.username &&
    !url.password &&
    !url.search &&
    !url.hash &&
    url.pathname.split('/').filter(Boolean).length >= 2
  );
}

const SECRET =
  'the name of a secret, never its value: at most 30 lower-case letters, digits and hyphens, such as database';
const HOST =
  'one label of a host name, without dots: lower-case letters, digits and hyphens, such as orders; empty for a service without a route';
const REPOSITORY =
  "the web address of the service's repository, without credentials, such as https://github.com/acme/orders";

/** @internal */
export const serviceRequestSchema = z.strictObject(
  {
    name: text(SERVICE_NAME_RULE, isServiceName),
    entityRef: optional(
      entityRef(
        'component',
        ['component'],
        'a component, such as component:default/orders',
      ),
    ),
    owner: entityRef(
      'group',
      ['group', 'user'],
      'a group or user, such as group:default/team-a',
    ),
    description: optional(
      text(
        'one line of at most 300 characters',
        value => value.length <= 300 && !/[\r\n]/.test(value),
      ),
    ),
    system: optional(
      entityRef('system', ['system'], 'a system, such as system:default/shop'),
    ),
    environments: z
      .array(
        z.string(expected('the name of an environment')),
        expected('a list of environments'),
      )
      .min(1, 'one environment or more')
      .optional(),
    host: text(HOST, value => value === '' || LABEL.test(value)).optional(),
    port: wholeNumber(
      1024,
      65535,
      'a port from 1024 to 65535, because the service does not run as root',
    ).default(8080),
    replicas: wholeNumber(1, 20, 'a whole number from 1 to 20').default(1),
    size: z
      .enum(['small', 'medium', 'large'], expected('small, medium or large'))
      .default('small'),
    secrets: z
      .array(
        text(SECRET, value => value.length <= 30 && LABEL.test(value)),
        expected('a list of names'),
      )
      .max(20, 'at most 20 names')
      .default([]),
    chart: z
      .enum(['platform', 'own'], expected('platform or own'))
      .default('platform'),
    repositoryUrl: text(REPOSITORY, isRepositoryUrl).transform(value =>
      value.replace(/\/+$/, '').replace(/\.git$/, ''),
    ),
  },
  expected('an object with at least name, owner and repositoryUrl'),
);
