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

import { runInNewContext } from 'vm';
import Ajv, { AnySchemaObject } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import { describeSchemaError } from './describeSchemaError';

/** Errors that only repeat, from outside, what another says of a field. */
const ECHOES = ['if', 'anyOf'];

/** Far more than a schema needs that was not made to take long. */
const LONGEST_MS = 1_000;

/**
 * Says what a JSON schema finds wrong with data.
 *
 * Throws where the schema itself cannot be used, for instance because it refers to another file, or
 * because it takes too long: with a pattern such as `^(a+)+$` whoever owns a chart could bring the backend to a stop.
 */
export function checkSchema(schema: AnySchemaObject, data: unknown): string[] {
  const options = {
    allErrors: true,
    verbose: true,
    strict: false,
    validateFormats: false,
  };
  const ajv = String(schema.$schema).includes('2020-12')
    ? new Ajv2020(options)
    : new Ajv(options);
  const errors = withinTime(() => {
    const validate = ajv.compile(schema);
    return validate(data) ? [] : validate.errors ?? [];
  });
  const direct = errors.filter(({ keyword }) => !ECHOES.includes(keyword));
  return [
    ...new Set((direct.length ? direct : errors).map(describeSchemaError)),
  ];
}

/** Nothing but V8 itself can end a regular expression or a recursion that runs; `vm` is how to ask it to. */
function withinTime<T>(run: () => T): T {
  let result: { value: T } | undefined;
  runInNewContext(
    'run()',
    {
      run: () => {
        result = { value: run() };
      },
    },
    { timeout: LONGEST_MS },
  );
  if (!result) {
    throw new Error('the schema was not run');
  }
  return result.value;
}
