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
import type { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { countHiddenChanges } from './countHiddenChanges';
import { Redactor } from './Redactor';

const logger = mockServices.logger.mock();
const redactor = Redactor.create({ rules: { keys: [], values: [] }, logger });
const M = '••••••';

/** Of Secrets, names and places alone. */
const REFERENCES: JsonObject = {
  volumes: [
    {
      name: 'v',
      secret: {
        secretName: 's',
        defaultMode: 420,
        items: [{ key: 'a', path: 'b' }],
        optional: true,
      },
    },
  ],
  imagePullSecrets: [{ name: 'regcred' }],
  automountServiceAccountToken: true,
  data: [
    {
      secretKey: 'password',
      remoteRef: { key: 'kv/a', property: 'password' },
    },
  ],
  secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
};

/** What becomes of an object. */
const maskedOf = (manifest: JsonObject) =>
  parse(redactor.manifest(manifest).text);

describe('Redactor.manifest', () => {
  it.each<[string, JsonObject, JsonObject]>([
    [
      'every value of a Secret, whatever its key',
      {
        kind: 'Secret',
        data: { user: 'am9l', n: 1, none: '' },
        stringData: { a: { b: true } },
      },
      {
        kind: 'Secret',
        data: { user: M, n: M, none: '' },
        stringData: { a: { b: M } },
      },
    ],
    [
      'a Secret in a list, and a SealedSecret',
      {
        kind: 'List',
        items: [
          { kind: 'Secret', data: { a: 'x' } },
          { kind: 'SealedSecret', spec: { encryptedData: { a: 'x' } } },
        ],
      },
      {
        kind: 'List',
        items: [
          { kind: 'Secret', data: { a: M } },
          { kind: 'SealedSecret', spec: { encryptedData: { a: M } } },
        ],
      },
    ],
    [
      'environment variables by their names',
      {
        env: [
          { name: 'DB_PASSWORD', value: 'x' },
          { name: 'LEVEL', value: 'x' },
          {
            name: 'TOKEN',
            valueFrom: { secretKeyRef: { name: 'a', key: 'token' } },
          },
        ],
      },
      {
        env: [
          { name: 'DB_PASSWORD', value: M },
          { name: 'LEVEL', value: 'x' },
          {
            name: 'TOKEN',
            valueFrom: { secretKeyRef: { name: 'a', key: 'token' } },
          },
        ],
      },
    ],
    [
      'arguments',
      {
        args: [
          '--user',
          'joe',
          '--password',
          'x',
          '--api-key=x',
          '--token',
          '--verbose',
        ],
        command: ['sh', '-c', 'TOKEN=abc run'],
      },
      {
        args: [
          '--user',
          'joe',
          '--password',
          M,
          `--api-key=${M}`,
          '--token',
          '--verbose',
        ],
        command: ['sh', '-c', `TOKEN=${M}`],
      },
    ],
    [
      'what stands below the key of a credential, but for names',
      {
        credentials: {
          user: 'joe',
          pin: 7,
          on: true,
          list: ['x'],
          existingSecret: 'a',
          name: 'a',
          secretName: 'b',
        },
      },
      {
        credentials: {
          user: M,
          pin: M,
          on: true,
          list: [M],
          existingSecret: 'a',
          name: 'a',
          secretName: 'b',
        },
      },
    ],
    [
      'nothing of what only refers to a Secret',
      { ...REFERENCES, auth: { enabled: true, user: 'joe', password: 'x' } },
      { ...REFERENCES, auth: { enabled: true, user: 'joe', password: M } },
    ],
    [
      'a manifest in an annotation',
      {
        metadata: {
          annotations: {
            last: JSON.stringify({
              kind: 'Secret',
              data: { a: 'x' },
              spec: { n: 1 },
            }),
          },
        },
      },
      {
        metadata: {
          annotations: {
            last: JSON.stringify({
              kind: 'Secret',
              data: { a: M },
              spec: { n: 1 },
            }),
          },
        },
      },
    ],
    [
      'files in a ConfigMap',
      {
        kind: 'ConfigMap',
        data: {
          'a.yaml': 'a: 1.10 # token: x\nb: { password: x }\n',
          'b.ini': '[db]\npassword = x y\n',
          'c.yaml': 'a: 1\n---\ntoken: x\n',
        },
      },
      {
        kind: 'ConfigMap',
        data: {
          'a.yaml': `a: 1.10 # token: ${M}\nb: { password: ${M} }\n`,
          'b.ini': `[db]\npassword = ${M}\n`,
          'c.yaml': `a: 1\n---\ntoken: ${M}\n`,
        },
      },
    ],
    [
      'keys that are credentials themselves',
      { auths: { 'https://joe:x@registry': {} }, auth: 'x' },
      { auths: { [`https://joe:${M}@registry`]: {} }, auth: M },
    ],
  ])('masks %s', (_, manifest, masked) => {
    expect(maskedOf(manifest)).toEqual(masked);
  });

  it('masks as a whole what is too long or too deep to look through', () => {
    expect(maskedOf({ a: 'x '.repeat(150_000) })).toEqual({ a: M });
    const deep = JSON.parse(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`);
    expect(redactor.manifest(deep)).toMatchObject({ text: M });
  });

  it('shows no part of a credential, however it is wrapped', () => {
    const canary = 'c4n4ry';
    const leaf = fc.oneof(fc.constant(1), fc.constant(true), fc.lorem());
    const wraps: ((inner: JsonValue) => JsonValue)[] = [
      inner => ({ nested: inner }),
      inner => [inner, 'other'],
      inner => ({ config: JSON.stringify(inner) }),
      inner => ({
        'values.yaml': `# comment\nx: 1\ny: ${JSON.stringify(inner)}\n`,
      }),
      inner => ({ 'values.yaml': stringify({ other: 1, inner }) }),
      inner => ({ many: `a: 1\n---\n${stringify({ inner })}` }),
    ];
    const cores: JsonValue[] = [
      { password: canary },
      { password: `${canary} with words` },
      { tokens: [canary, { deep: canary }] },
      { name: 'API_KEY', value: canary },
      { kind: 'Secret', stringData: { any: canary } },
      { kind: 'Secret', data: { any: [canary] } },
      ['--password', canary],
      `Authorization: Bearer ${canary}`,
      `postgres://joe:${canary}@db/shop`,
      `a=1\nclient_secret=${canary}\n`,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...cores),
        fc.array(fc.constantFrom(...wraps), { maxLength: 6 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), leaf),
        (core, around, beside) => {
          const inner = around.reduce((value, wrap) => wrap(value), core);
          const { text, masked } = redactor.manifest({ ...beside, inner });
          expect(text).not.toContain(canary);
          expect(masked.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('changes nothing of what holds no credential', () => {
    const keys = fc
      .stringMatching(/^[a-z]{1,8}$/)
      .filter(
        key =>
          !/pass|auth|pin|pat|sig|dsn|salt|cred|jwt|otp|psk|sas|hmac|data|value|map|key|name|pwd|pw|cookie|token/.test(
            key,
          ),
      );
    const { json } = fc.letrec<{ json: JsonValue }>(tie => ({
      json: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.boolean(),
        fc.stringMatching(/^[a-z ]{0,20}$/),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(keys, tie('json'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(keys, json), manifest => {
        expect(maskedOf(manifest)).toEqual(manifest);
      }),
    );
  });
});

describe('countHiddenChanges', () => {
  it.each<[string, JsonObject, JsonObject, number]>([
    [
      'is nothing where nothing differs',
      { password: 'a' },
      { password: 'a' },
      0,
    ],
    [
      'counts what differs',
      { a: { token: 'a', secret: 'b' } },
      { a: { token: 'x', secret: 'b' } },
      1,
    ],
    [
      'leaves out what was added, which the lines show',
      {},
      { password: 'a' },
      0,
    ],
    [
      'knows a variable by its name',
      { env: [{ name: 'TOKEN', value: 'a' }] },
      {
        env: [
          { name: 'KEY', value: 'x' },
          { name: 'TOKEN', value: 'b' },
        ],
      },
      1,
    ],
    [
      'sees into texts',
      { a: 'x: 1\ntoken: a\n' },
      { a: 'x: 2\ntoken: b\n' },
      1,
    ],
    ['sees into addresses', { a: 'redis://:a@b' }, { a: 'redis://:c@b' }, 1],
  ])('%s', (_, before, after, count) => {
    expect(
      countHiddenChanges(
        redactor.manifest(before).masked,
        redactor.manifest(after).masked,
      ),
    ).toBe(count);
  });
});

describe('Redactor.parameter', () => {
  it.each([
    ['db.password', 'x', M],
    ['db.passwordSecretName', 'x', 'x'],
    ['db.password', '', ''],
    ['token.enabled', 'true', 'true'],
    ['url', 'redis://:x@cache', `redis://:${M}@cache`],
    ['config', '{"token":"x"}', `{"token":"${M}"}`],
    ['replicas', '2', '2'],
  ])('%s=%s becomes %s', (name, value, shown) => {
    expect(redactor.parameter(name, value)).toEqual({
      value: shown,
      masked: shown !== value,
    });
  });
});

describe('Redactor.yaml', () => {
  it('keeps what it does not mask as it was written', () => {
    const { text, masked } = redactor.yaml(
      '# about: this\nimage:\n  tag: "1.10"   # CI\ndb: &db { password: "x", port: 0x10 }\nother: *db\n',
    );
    expect(text).toBe(
      `# about: this\nimage:\n  tag: "1.10" # CI\ndb: &db { password: ${M}, port: 0x10 }\nother: *db\n`,
    );
    expect(masked).toHaveLength(1);
  });

  it('masks an anchor that stands for a credential elsewhere', () => {
    const { text } = redactor.yaml('a: &a canary\npassword: *a\nb: [*a]\n');
    expect(text).toBe(`a: &a ${M}\npassword: *a\nb: [ *a ]\n`);
  });

  it.each([
    ['on one line', '{ password: x y, a: 1 }', `{ password: ${M}, a: 1 }\n`],
    ['that is broken', 'a: [\npassword: x\n', `a: [\npassword: ${M}\n`],
    [
      'with templates',
      '{{- if .x }}\ntoken: y z\n{{- end }}\n',
      `{{- if .x }}\ntoken: ${M}\n{{- end }}\n`,
    ],
    [
      'that bites its tail',
      'a: &a\n  - *a\ntoken: *a\n',
      'a: &a\n  - *a\ntoken: *a\n',
    ],
  ])('bears YAML %s', (_, text, shown) => {
    expect(redactor.yaml(text).text).toBe(shown);
  });
});

describe('Redactor.yaml with very many aliases', () => {
  it('takes no longer for each of them', () => {
    const aliases = Array.from({ length: 15_000 }, () => '*a').join(', ');
    const { text } = redactor.yaml(`x: &a canary\npassword: [${aliases}]\n`);
    expect(text).toMatch(/^x: &a •+\n/);
  });

  it('masks every value that an alias may mean', () => {
    const { text } = redactor.yaml(
      'a: &x canary\nb: *x\nc: &x canary\ntoken: *x\nsecret: { kind: Secret, data: *x }\n',
    );
    expect(text).not.toMatch(/canary/);
  });
});

describe('Redactor.lines', () => {
  it('looks at each line of a log that is full of credentials once', () => {
    const line = `GET /?${'token=x&'.repeat(150)}`;
    const { masked } = redactor.lines(
      Array.from({ length: 1_000 }, () => line),
    );
    expect(masked).toBe(150_000);
  });

  it('masks each line of a private key, and says how many values', () => {
    expect(
      redactor.lines([
        'start password=x',
        '-----BEGIN PRIVATE KEY-----',
        'MIIE',
        '-----END PRIVATE KEY-----',
        'end',
      ]),
    ).toEqual({
      lines: [`start password=${M}`, M, M, M, 'end'],
      masked: 4,
    });
  });
});

describe('Redactor.texts', () => {
  it('masks each for itself, and the same one every time', () => {
    const texts = ['token=x', '-----BEGIN PRIVATE KEY-----', 'fine', 'token=x'];
    const masked = [`token=${M}`, M, 'fine', `token=${M}`];
    expect(redactor.texts(texts)).toEqual(masked);
    expect(redactor.texts(texts)).toEqual(masked);
    expect(redactor.optional(undefined)).toBeUndefined();
  });
});

describe('Redactor.manifest, of arguments', () => {
  it('masks what follows a flag for a user and a password', () => {
    const { text } = redactor.manifest({
      args: ['-u', 'joe:canary', '--user', '1000:1000', '-p', '8080:80'],
    });
    expect(text).toBe(
      `args:\n  - -u\n  - ${M}\n  - --user\n  - 1000:1000\n  - -p\n  - 8080:80\n`,
    );
  });
});

describe('gitops.redact', () => {
  const own = Redactor.create({
    rules: { keys: [/^badge/i], values: [/ACME-\d+/g] },
    logger,
  });

  it('masks further keys and values', () => {
    expect(own.parameter('badgeNumber', '7')).toEqual({
      value: M,
      masked: true,
    });
    expect(own.text('door ACME-17 opened, badge_no=7')).toBe(
      `door ${M} opened, badge_no=${M}`,
    );
    const before = own.manifest({ Badge: 'x', door: 'ACME-1 b' });
    const after = own.manifest({ Badge: 'x', door: 'ACME-2 b' });
    expect(after.text).toBe(`Badge: ${M}\ndoor: ${M} b\n`);
    expect(countHiddenChanges(before.masked, after.masked)).toBe(1);
  });

  it('stops a pattern that would take for ever, and masks the text', () => {
    const slow = Redactor.create({
      rules: { keys: [/^(x+)+$/i], values: [/(a+)+$/g] },
      logger,
    });
    expect(slow.lines([`${'a'.repeat(50)}!`, 'b'])).toEqual({
      lines: [M, M],
      masked: 2,
    });
    expect(slow.parameter(`${'x'.repeat(50)}!`, '7').masked).toBe(true);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/gitops\.redact took more than/),
    );
  });
});
