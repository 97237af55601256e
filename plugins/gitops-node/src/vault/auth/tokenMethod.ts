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
import { expected, text } from '../../config/expected';
import { parseSettings } from './parseSettings';
import { readCredentialFile } from './readCredentialFile';
import type { VaultAuthMethod } from './VaultAuthMethod';

const ONE = 'either token or tokenFile beside method: token';

const schema = z
  .strictObject(
    {
      token: text('a token, as text').optional(),
      tokenFile: text('the path of a file').optional(),
    },
    expected(ONE),
  )
  .refine(
    ({ token, tokenFile }) =>
      (token === undefined) !== (tokenFile === undefined),
    ONE,
  );

/** A token that somebody else has made, such as that of a Vault Agent. */
export const tokenMethod: VaultAuthMethod = {
  name: 'token',
  createStrategy(options) {
    const { token, tokenFile } = parseSettings(schema, options);
    return {
      login: async api =>
        api.lookUp(
          tokenFile === undefined
            ? token ?? ''
            : await readCredentialFile(`${options.key}.tokenFile`, tokenFile),
        ),
    };
  },
};
