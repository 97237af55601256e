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
import {
  headersSchema,
  instanceName,
  proxySchema,
  tlsSchema,
} from './connectionSchema';
import { duration, durationUpTo } from './duration';
import { address, bool, expected, text } from './expected';
import { refuseDuplicates } from './refuseDuplicates';
import type { TraefikInstanceConfig } from './traefikTypes';

const URL_TEXT =
  'the http(s) address of the API of one replica, without credentials, such as http://10.0.0.11:8080';
const REPLICAS =
  'either urls, one per replica, or dns, the name of a headless Service';
const DNS = 'a host name, such as traefik-api.traefik.svc.cluster.local';
const PORT = 'a port from 1 to 65535';
const BASE_PATH = "a path that begins with '/', such as /traefik";
const YEAR = 365 * 24 * 60 * 60 * 1000;

const port = z.coerce
  .number(expected(PORT))
  .int(PORT)
  .min(1, PORT)
  .max(65_535, PORT);

const instanceSchema = z
  .strictObject(
    {
      name: instanceName,
      urls: z
        .array(address(URL_TEXT), expected('a list of addresses'))
        .min(1, 'at least one address')
        .optional(),
      dns: text(DNS)
        .regex(/^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?$/, DNS)
        .optional(),
      port: port.default(8080),
      basePath: text(BASE_PATH)
        .regex(/^(\/[-\w.~]+)*\/?$/, BASE_PATH)
        .transform(path => path.replace(/\/$/, ''))
        .optional(),
      dashboardUrl: text('the http(s) address that people open')
        .refine(
          value => URL.canParse(value) && /^https?:/i.test(value),
          'the http(s) address that people open, such as https://traefik.example.com/dashboard/',
        )
        .optional(),
      tlsEndsBefore: bool('true or false').default(false),
      environments: z.array(text('the name of an environment')).optional(),
      clusters: z
        .array(text('the name or server URL of an Argo CD destination'))
        .optional(),
      auth: z
        .strictObject(
          {
            username: text('a user name, as text'),
            password: z
              .string(expected('a password, as text'))
              .min(1, 'a password, as text'),
          },
          expected('{ username, password }'),
        )
        .optional(),
      headers: headersSchema(
        'another header: Authorization is made of what is under auth',
      ),
      tls: tlsSchema,
      proxy: proxySchema,
      timeout: duration.default({ seconds: 10 }),
    },
    expected('an instance with name, and urls or dns'),
  )
  .transform((instance, context): TraefikInstanceConfig => {
    const { urls, dns, port: dnsPort, basePath = '', ...rest } = instance;
    if (urls && dns === undefined) {
      return { ...rest, basePath, replicas: { type: 'urls', urls } };
    }
    if (dns !== undefined && !urls) {
      return {
        ...rest,
        basePath,
        replicas: { type: 'dns', host: dns, port: dnsPort },
      };
    }
    context.addIssue({ code: 'custom', message: REPLICAS });
    return z.NEVER;
  });

export const traefikSchema = z
  .strictObject(
    {
      instances: z
        .array(instanceSchema, expected('a list of Traefik instances'))
        .superRefine((instances, context) =>
          refuseDuplicates(
            instances,
            ({ name }) => [{ path: ['name'], name }],
            'a name that no other instance has',
            context,
          ),
        ),
      pollInterval: duration.default({ seconds: 10 }),
      certificateWarning: durationUpTo({
        longest: YEAR,
        what: "a duration above zero and of at most a year, such as { days: 14 } or 'P14D'",
      }).default({ days: 14 }),
    },
    expected('an object with a list of instances'),
  )
  .prefault({ instances: [] });
