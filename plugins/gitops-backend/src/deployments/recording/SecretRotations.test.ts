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

import { mockServices } from '@backstage/backend-test-utils';
import type { EntitySecrets } from '@gitops-platform/backstage-plugin-gitops-common';
import { databasesHere } from '../__testUtils__/databasesHere';
import { at } from '../__testUtils__/World';
import { SecretRotations } from './SecretRotations';

type Path = EntitySecrets['items'][number];

/** A secret with versions that were made at these times. */
function pathWith(
  times: string[],
  differs: Partial<Path> = {},
): Pick<EntitySecrets, 'items'> {
  const versions = times
    .map((time, index) => ({
      version: index + 1,
      createdAt: at(time),
      destroyed: false,
    }))
    .reverse();
  return {
    items: [
      {
        server: 'main',
        mount: 'secret',
        path: 'production/orders',
        environment: 'production',
        status: 'ok',
        secrets: [
          {
            name: 'db',
            path: 'production/orders/db',
            version: versions[0]?.version,
            updatedAt: versions[0]?.createdAt,
            versions: versions.slice(0, 2),
            customMetadata: [],
          },
        ],
        ...differs,
      },
    ],
  };
}

for (const { name, missing, use } of databasesHere()) {
  const describeHere = missing ? describe.skip : describe;
  describeHere(`rotations, on ${name}`, () => {
    const createDatabase = use();
    const period = { from: at('00:00'), to: at('12:00') };

    it('are counted once, whoever sees them, and the first version is none', async () => {
      const connect = await createDatabase();
      const logger = mockServices.logger.mock();
      const replicas = [connect(), connect()].map(knex =>
        SecretRotations.create({ knex, logger }),
      );
      const record = (entity: string, secrets: Pick<EntitySecrets, 'items'>) =>
        Promise.all(
          replicas.map(one =>
            one.record(`component:default/${entity}`, secrets),
          ),
        );
      await record('orders', pathWith(['01:00']));
      await record('orders', pathWith(['01:00', '02:00']));
      await record('orders', pathWith(['01:00', '02:00', '03:00', '13:00']));
      // Two entities may claim one path.
      await record('cart', pathWith(['01:00', '02:00']));
      await record('cart', pathWith([], { path: 'legacy' }));

      const read = await replicas[1].read(
        ['component:default/orders', 'component:default/cart'],
        period,
        () => true,
      );
      expect(read.rotations.map(({ at: time }) => time).sort()).toEqual([
        at('02:00'),
        at('03:00'),
      ]);
      expect([...read.secrets]).toEqual([['production', 1]]);
      expect(
        (await replicas[0].read(['component:default/x'], period, () => true))
          .secrets,
      ).toEqual(new Map());
      const allows = jest.fn(
        ({ entityRef }: { entityRef: string }) =>
          entityRef !== 'component:default/orders',
      );
      // What only another entity shows is not told of with it.
      const forbidden = await replicas[0].read(
        ['component:default/orders', 'component:default/cart'],
        period,
        allows,
      );
      expect(forbidden.rotations).toHaveLength(1);
      expect(allows).toHaveBeenCalledWith({
        entityRef: 'component:default/orders',
        environment: 'production',
        server: 'main',
      });
      expect(logger.warn).not.toHaveBeenCalled();
    });

    it('do not fail a page where they cannot be written', async () => {
      const connect = await createDatabase();
      const knex = connect();
      const logger = mockServices.logger.mock();
      const rotations = SecretRotations.create({ knex, logger });
      await knex.schema.dropTable('secret_versions');
      await rotations.record('component:default/orders', pathWith(['01:00']));
      expect(logger.warn).toHaveBeenCalledTimes(1);
    });
  });
}
