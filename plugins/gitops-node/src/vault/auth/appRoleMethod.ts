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
import { slashedPath } from '../../config/vaultPathSchema';
import { parseSettings } from './parseSettings';
import { readCredentialFile } from './readCredentialFile';
import type { VaultAuthMethod } from './VaultAuthMethod';

const ONE =
  'roleId with secretId or secretIdFile beside method: approle, or neither of the two where the role needs none';

const schema = z
  .strictObject(
    {
      roleId: text('the RoleID of an AppRole, as text'),
      secretId: text('a SecretID, as text').optional(),
      secretIdFile: text('the path of a file').optional(),
      authPath: slashedPath('the path of the auth method in Vault').default(
        'approle',
      ),
    },
    expected(ONE),
  )
  .refine(
    ({ secretId, secretIdFile }) =>
      secretId === undefined || secretIdFile === undefined,
    ONE,
  );

/** An AppRole; a SecretID in a file is read anew at each login. */
export const appRoleMethod: VaultAuthMethod = {
  name: 'approle',
  createStrategy(options) {
    const { roleId, secretId, secretIdFile, authPath } = parseSettings(
      schema,
      options,
    );
    return {
      login: async api => {
        const secret =
          secretIdFile === undefined
            ? secretId
            : await readCredentialFile(
                `${options.key}.secretIdFile`,
                secretIdFile,
              );
        return api.login(`${authPath}/login`, {
          role_id: roleId,
          ...(secret && { secret_id: secret }),
        });
      },
    };
  },
};
