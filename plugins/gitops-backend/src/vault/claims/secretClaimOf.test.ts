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

import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { componentOf } from '../../__testUtils__/componentOf';
import { parseSecretsPath, plainPath } from './parseSecretsPath';
import { provePath } from './provePath';
import { secretClaimOf } from './secretClaimOf';

const environments = [
  { name: 'dev', aliases: [] },
  { name: 'staging', aliases: ['stg'] },
  { name: 'production', aliases: ['prod'] },
];
const main = {
  name: 'main',
  pathPattern: '{environment}/{service}',
  allowedPaths: ['{environment}/{service}', 'shared/{owner}/*'],
  allowedNamespaces: [],
};
const claimOf = (
  annotations: Record<string, string>,
  options: { entity?: Partial<Entity>; servers?: (typeof main)[] } = {},
) =>
  secretClaimOf(
    { ...componentOf('orders', annotations), ...options.entity },
    { servers: options.servers ?? [main], environments },
  );
const judged = (text: string, entity?: Partial<Entity>) =>
  claimOf({ 'vault.io/secrets-path': text }, { entity }).paths.map(
    ({ path, environment, provedEnvironment, unproved }) => [
      path,
      environment,
      provedEnvironment,
      unproved === undefined,
    ],
  );

describe('a claimed path', () => {
  it.each<[string, [string, string, string, boolean]]>([
    ['dev/orders', ['dev/orders', 'dev', 'dev', true]],
    ['/dev/orders/', ['dev/orders', 'dev', 'dev', true]],
    ['dev=dev/orders', ['dev/orders', 'dev', 'dev', true]],
    ['stg/orders', ['stg/orders', 'staging', 'staging', true]],
    ['staging=stg/orders', ['stg/orders', 'staging', 'staging', true]],
    // Proved, and in no environment that anybody but the entity vouches for.
    [
      'production=shared/team-shop/db',
      ['shared/team-shop/db', 'production', 'unknown', true],
    ],
    ['dev/billing', ['dev/billing', 'unknown', 'unknown', false]],
    ['dev/orders/db', ['dev/orders/db', 'unknown', 'unknown', false]],
    [
      'dev=production/orders',
      ['production/orders', 'dev', 'production', false],
    ],
    ['shared/team-x/db', ['shared/team-x/db', 'unknown', 'unknown', false]],
    ['test/orders', ['test/orders', 'unknown', 'unknown', false]],
    ['Dev/orders', ['Dev/orders', 'unknown', 'unknown', false]],
  ])('%s', (text, expected) => {
    expect(judged(text)).toEqual([expected]);
  });

  it('is one path, however often it is named', () => {
    const text =
      'dev/orders, dev=dev/orders, /dev/orders/, prod=production/orders, production=production/orders';
    expect(judged(text).map(([path]) => path)).toEqual([
      'dev/orders',
      'production/orders',
    ]);
  });

  it.each<[string, Partial<Entity>]>([
    ['another kind', { kind: 'Resource' }],
    [
      'a namesake in another namespace',
      {
        metadata: {
          name: 'orders',
          namespace: 'mine',
          annotations: { 'vault.io/secrets-path': 'dev/orders' },
        },
      },
    ],
  ])('is nothing to %s', (_, entity) => {
    expect(judged('dev/orders', entity)).toEqual([
      ['dev/orders', 'unknown', 'unknown', false],
    ]);
  });

  it.each<[string, Partial<Entity>, string, boolean]>([
    [
      'an owner of another namespace',
      { relations: [{ type: 'ownedBy', targetRef: 'group:mine/team-shop' }] },
      'shared/team-shop/db',
      false,
    ],
    [
      'a person called like a team',
      { relations: [{ type: 'ownedBy', targetRef: 'user:default/team-shop' }] },
      'shared/team-shop/db',
      false,
    ],
    [
      'any of several owners',
      {
        relations: [
          { type: 'ownedBy', targetRef: 'group:default/team-a' },
          { type: 'ownedBy', targetRef: 'group:default/team-b' },
        ],
      },
      'shared/team-b/db',
      true,
    ],
    [
      'an owner that is a pattern',
      { relations: [{ type: 'ownedBy', targetRef: 'group:default/*' }] },
      'shared/team-shop/db',
      false,
    ],
  ])('%s', (_, entity, path, proved) => {
    expect(judged(path, entity)[0][3]).toBe(proved);
  });

  it('counts in another namespace where the pattern names it', () => {
    const { paths } = claimOf(
      { 'vault.io/secrets-path': 'shop/orders' },
      {
        entity: {
          metadata: {
            name: 'orders',
            namespace: 'shop',
            annotations: { 'vault.io/secrets-path': 'shop/orders' },
          },
        },
        servers: [
          { ...main, allowedPaths: ['{service}', '{namespace}/{service}'] },
        ],
      },
    );
    expect(paths).toMatchObject([{ path: 'shop/orders', unproved: undefined }]);
  });

  it('says how to prove it', () => {
    const { paths } = claimOf({ 'vault.io/secrets-path': 'dev/billing' });
    expect(paths[0].unproved).toBe(
      "Nothing proves that 'dev/billing' is a path of component:default/orders. allowedPaths of the Vault server 'main' has {environment}/{service}, shared/{owner}/*: move the secrets to such a path, or have a pattern added there.",
    );
  });
});

describe('the claim', () => {
  it.each<[Record<string, string>, string | undefined, string[], RegExp]>([
    [{ 'vault.io/secrets-path': ' , ' }, 'annotation', [], /is empty: set it/],
    [
      { 'vault.io/secrets-path': 'dev/orders, dev/../x' },
      'annotation',
      ['dev/orders'],
      /'dev\/\.\.\/x', which is no path/,
    ],
    [
      { 'vault.io/secrets-path': 'qa=qa/orders' },
      'annotation',
      [],
      /ties 'qa\/orders' to 'qa', which is no environment/,
    ],
    [
      { 'vault.io/secrets-path': 'dev/orders', 'vault.io/server-name': 'x' },
      'annotation',
      [],
      /names x, which is no configured Vault server: there is main/,
    ],
    [
      { 'vault.io/secrets-path': 'a', 'vault.io/namespace': '../b' },
      'annotation',
      [],
      /vault\.io\/namespace is no path/,
    ],
    [{ 'vault.io/secrets-engine': '..' }, 'none', [], /engine is no path/],
  ])('says what is wrong: %j', (annotations, source, paths, problem) => {
    expect(claimOf(annotations).claim).toEqual({
      source,
      paths,
      problem: expect.stringMatching(problem),
    });
  });

  it("is the server's pattern where nothing is said, as far as it is proved", () => {
    expect(claimOf({}).claim).toEqual({
      source: 'pattern',
      paths: ['dev/orders', 'staging/orders', 'production/orders'],
      problem: undefined,
    });
    const none = { source: 'none', paths: [], problem: undefined };
    const servers = [{ ...main, allowedPaths: [] }];
    expect(claimOf({}, { servers }).claim).toEqual(none);
    expect(claimOf({}, { entity: { kind: 'API' } }).claim).toEqual(none);
    expect(
      claimOf({}, { servers: [{ ...main, pathPattern: '{system}/x' }] }).claim,
    ).toEqual(none);
  });

  it('looks on each server, or on those that are named, in the mount that is named', () => {
    const servers = [main, { ...main, name: 'second' }];
    const of = (annotations: Record<string, string>) =>
      claimOf(
        { 'vault.io/secrets-path': 'dev/orders', ...annotations },
        { servers },
      ).paths.map(({ server, mount }) => [server, mount]);
    expect(of({})).toEqual([
      ['main', undefined],
      ['second', undefined],
    ]);
    expect(
      of({
        'vault.io/server-name': 'second',
        'vault.io/secrets-engine': '/team/kv/',
      }),
    ).toEqual([['second', 'team/kv']]);
  });

  it('needs proof for a namespace as well', () => {
    const of = (allowedNamespaces: string[]) =>
      claimOf(
        {
          'vault.io/secrets-path': 'dev/orders',
          'vault.io/namespace': 'team-shop',
        },
        { servers: [{ ...main, allowedNamespaces }] as (typeof main)[] },
      ).paths[0];
    expect(of([]).unproved).toMatch(/allowedNamespaces of the Vault server/);
    expect(of(['{owner}'])).toMatchObject({
      namespace: 'team-shop',
      unproved: undefined,
    });
  });

  it('is bounded', () => {
    const text = Array.from({ length: 80 }, (_, i) => `dev/x${i}`).join();
    const { claim, paths } = claimOf({ 'vault.io/secrets-path': text });
    expect(paths).toHaveLength(50);
    expect(claim.problem).toMatch(/names 80 paths, of which the first 50/);
  });
});

describe('whatever an annotation says', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom('dev', '=', '/', '..', ',', '%2F', '*', ' ', 'orders'),
      )
      .map(parts => parts.join('')),
  );

  it('no path leads elsewhere', () => {
    fc.assert(
      fc.property(anything, text => {
        for (const { path } of parseSecretsPath(text, environments).paths) {
          const url = new URL(
            `http://vault/v1/secret/metadata/${path
              .split('/')
              .map(encodeURIComponent)
              .join('/')}`,
          );
          expect(
            url.pathname.split('/').slice(4).map(decodeURIComponent).join('/'),
          ).toBe(path);
          expect(plainPath(path)).toBe(path);
        }
      }),
    );
  });

  it("nothing is proved but the entity's own", () => {
    fc.assert(
      fc.property(anything, text => {
        for (const { path, unproved } of claimOf({
          'vault.io/secrets-path': text,
        }).paths) {
          expect(unproved === undefined).toBe(
            /^((dev|staging|stg|production|prod)\/orders|shared\/team-shop\/[^/]+)$/.test(
              path,
            ),
          );
        }
      }),
    );
  });

  it('a pattern proves what it was filled with, and nothing one name longer or shorter', () => {
    const names = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
    fc.assert(
      fc.property(names, names, names, (service, owner, other) => {
        const entity: Entity = {
          ...componentOf(service, {}),
          relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
        };
        const proves = (path: string) =>
          provePath({
            path,
            patterns: ['{owner}/{environment}/{service}'],
            entity,
            environments,
          });
        expect(proves(`${owner}/prod/${service}`)).toEqual({
          proved: true,
          environments: ['production'],
        });
        expect(proves(`${owner}/prod/${service}/${other}`).proved).toBe(false);
        expect(proves(`${owner}/prod`).proved).toBe(false);
        expect(proves(`${other}/prod/${service}`).proved).toBe(other === owner);
      }),
    );
  });
});
