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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  SecretMetadata,
  SecretPath,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { DataTable } from '@gitops-platform/backstage-plugin-gitops-react';
import { pathName } from '../../model/pathName';
import { gitopsVaultTranslationRef } from '../../translation';
import { ChangedCell } from './ChangedCell';
import { KeysCell } from './KeysCell';
import { NameCell } from './NameCell';
import { RotationCell } from './RotationCell';
import { SecretNote } from './SecretNote';
import { VersionCell } from './VersionCell';

/** A row per secret, and its metadata and versions below it. */
export function SecretsTable({ path }: { path: SecretPath }) {
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  return (
    <DataTable<SecretMetadata>
      label={t('secrets.label', { path: pathName(path) })}
      items={path.secrets}
      itemKey={secret => secret.path}
      columns={[
        {
          id: 'name',
          title: t('secrets.name'),
          isRowHeader: true,
          cell: secret => <NameCell {...secret} />,
        },
        {
          id: 'keys',
          title: t('secrets.keys'),
          cell: secret => (
            // Why there are none is said once for a mount of version 1.
            <KeysCell {...secret} withReason={path.kvVersion !== '1'} />
          ),
        },
        {
          id: 'version',
          title: t('secrets.version'),
          cell: secret => <VersionCell {...secret} />,
        },
        {
          id: 'changed',
          title: t('secrets.changed'),
          cell: secret => <ChangedCell {...secret} />,
        },
        {
          id: 'rotation',
          title: t('secrets.rotation'),
          cell: secret => <RotationCell {...secret} />,
        },
      ]}
      note={secret =>
        secret.customMetadata.length > 0 || secret.versions.length > 1 ? (
          <SecretNote secret={secret} />
        ) : undefined
      }
    />
  );
}
