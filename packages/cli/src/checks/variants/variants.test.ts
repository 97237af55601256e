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

import { parse } from 'yaml';
import { smallTree } from '../../__testUtils__/smallTree';
import { readPlatformFile } from '../../platform';
import { planRender } from '../../render';
import { FEATURE_SETS } from './featureSets';
import { withFeatureSet } from './withFeatureSet';

describe('withFeatureSet', () => {
  it.each(FEATURE_SETS.map(set => [set.name, set] as const))(
    '%s goes with the shipped platform, and is rendered',
    (_, set) => {
      const tree = withFeatureSet(smallTree(), set);
      const platform = readPlatformFile(tree.get('platform.yaml') ?? '');
      expect(platform.features).toMatchObject(set.features ?? {});
      expect(planRender(tree).write.size).toBe(0);
    },
  );

  it('gives each environment a cluster of its own', () => {
    const tree = withFeatureSet(smallTree(), {
      name: 'spread',
      isSpread: true,
    });
    const { environments, clusters } = parse(tree.get('platform.yaml') ?? '');
    expect(environments.map((one: { cluster: string }) => one.cluster)).toEqual(
      ['dev', 'staging', 'in-cluster'],
    );
    expect(clusters.map((one: { name: string }) => one.name)).toEqual([
      'in-cluster',
      'dev',
      'staging',
    ]);
  });

  it('refuses what does not go together', () => {
    expect(() =>
      withFeatureSet(smallTree(), {
        name: 'x',
        features: { secrets: 'openbao', vaultStorage: 'dynamodb-s3' },
      }),
    ).toThrow(/vaultStorage/);
  });

  it('covers every option of every switch', () => {
    const seen = (name: string, option: unknown) =>
      FEATURE_SETS.some(
        ({ features }) =>
          (features as Record<string, unknown> | undefined)?.[name] === option,
      );
    expect(seen('mesh', 'istio') && seen('mesh', 'none')).toBe(true);
    expect(
      seen('secrets', 'openbao') && seen('secrets', 'aws-secrets-manager'),
    ).toBe(true);
    expect(seen('argocd', 'eks-capability')).toBe(true);
    expect(seen('workloadIdentity', 'irsa')).toBe(true);
    expect(seen('secretsDelivery', 'csi')).toBe(true);
  });
});
