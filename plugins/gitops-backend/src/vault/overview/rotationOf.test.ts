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

import type { VaultRotationConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import { rotationOf } from './rotationOf';

const DAY = 86_400;
const now = Date.parse('2026-11-21T00:00:00Z');
const policy: VaultRotationConfig = {
  maxAge: { days: 90 },
  rules: [
    { path: 'production/**/db', maxAge: { days: 30 } },
    { path: 'production/**', maxAge: { days: 60 } },
  ],
  metadataKey: 'rotate',
};

describe('rotationOf', () => {
  it.each<
    [string, Record<string, string>, Partial<VaultRotationConfig>, unknown]
  >([
    ['dev/orders', {}, {}, [90, 'policy']],
    ['production/orders/db', {}, {}, [30, 'policy']],
    ['production/orders/api', {}, {}, [60, 'policy']],
    ['production/orders/db', { rotate: '7d' }, {}, [7, 'secret']],
    ['dev/orders', { rotate: 'P1W' }, {}, [7, 'secret']],
    ['dev/orders', { rotate: 'soon' }, {}, [90, 'policy']],
    ['dev/orders', { rotate: '-1d' }, {}, [90, 'policy']],
    ['dev/orders', { rotate: '7d' }, { metadataKey: 'x' }, [90, 'policy']],
    ['dev/orders', {}, { maxAge: undefined }, undefined],
    ['dev/orders', { rotate: '7d' }, { maxAge: undefined }, [7, 'secret']],
  ])('%s %j %j', (path, customMetadata, differs, expected) => {
    const rotation = rotationOf({
      path,
      metadata: { customMetadata },
      writtenAt: '2026-11-20T00:00:00Z',
      policy: { ...policy, ...differs },
      now,
    });
    expect(rotation && [rotation.maxAgeSeconds / DAY, rotation.source]).toEqual(
      expected,
    );
  });

  it.each([
    ['2026-08-23T00:00:01Z', false],
    ['2026-08-23T00:00:00Z', true],
    ['2020-01-01T00:00:00Z', true],
  ])('a secret of %s is overdue: %s', (writtenAt, overdue) => {
    const metadata = { customMetadata: {} };
    const path = 'dev/orders';
    expect(
      rotationOf({ path, metadata, writtenAt, policy, now })?.overdue,
    ).toBe(overdue);
  });
});
