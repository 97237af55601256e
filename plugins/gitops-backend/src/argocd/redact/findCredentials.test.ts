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

import fc from 'fast-check';
import { findCredentials } from './findCredentials';
import { maskSpans } from './maskSpans';
import { roleOfKey } from './roleOfKey';

const isCredential = (key: string) => roleOfKey(key) === 'credential';
const mask = (text: string) =>
  maskSpans(text, findCredentials(text, isCredential)).text.replaceAll(
    '••••••',
    '*',
  );

const jwt = `eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiIxIn0'}.${'c2lnbmF0dXJl'}`;
const random = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY';
const pem = (body: string) =>
  `-----BEGIN RSA PRIVATE KEY-----\n${body}\n-----END RSA PRIVATE KEY-----`;

describe('findCredentials', () => {
  it.each([
    // Keys and values.
    ['login with password=hunter2 failed', 'login with password=* failed'],
    ['{"user":"joe","password":"hun ter2"}', '{"user":"joe","password":"*"}'],
    ['{"password":"a\\"b","x":1}', '{"password":"*","x":1}'],
    [
      '{\\"password\\":\\"a\\\\\\"b\\",\\"x\\":1}',
      '{\\"password\\":\\"*\\",\\"x\\":1}',
    ],
    ["at 10:00 token: 'abc def' x", "at 10:00 token: '*' x"],
    ['user = joe; Password = a b', 'user = joe; Password = * b'],
    ['db.password = correct horse battery', 'db.password = *'],
    ['  # export API_KEY=a b c', '  # export API_KEY=*'],
    ['an unclosed "password":"hunter2', 'an unclosed "password":"*'],
    [
      'GET /cb?code=1&access_token=abc&x=1 200',
      'GET /cb?code=1&access_token=*&x=1 200',
    ],
    ['Server=db;Password=a!b;Encrypt=1', 'Server=db;Password=*;Encrypt=1'],
    ['run --db-password hunter2 --verbose', 'run --db-password * --verbose'],
    [
      'run --db-password="hun ter2" --verbose',
      'run --db-password="*" --verbose',
    ],
    [
      'INFO Authorization: Digest user=joe, response=1',
      'INFO Authorization: *',
    ],
    ['"credentials": {"a": "b"}, "n": 1}', '"credentials": *'],
    ['<password>hunter2</password><n>1</n>', '<password>*</password><n>1</n>'],
    ['{Password:hunter2 User:joe}', '{Password:* User:joe}'],
    ['password => hunter2', 'password => *'],
    // Below their keys, in what is no YAML.
    [
      '{{ if }}\npassword: |\n  a b\n  c\nuser: x',
      '{{ if }}\npassword: *\n  *\n  *\nuser: x',
    ],
    ['- token:\r\n    a b\r\n  user: x', '- token:\r\n    *\n  user: x'],
    ['# secret: >-\n#   a\n# x', '# secret: *\n*\n# x'],
    // Commands and calls.
    [
      'curl -u joe:hun -s x; mysql -u root -phun db',
      'curl -u joe:* -s x; mysql -u root -p* db',
    ],
    [
      'sshpass -p hun ssh x && docker login -u joe -p hun r',
      'sshpass -p * ssh x && docker login -u joe -p * r',
    ],
    ['requirepass hunter2', 'requirepass *'],
    ["define('DB_PASSWORD', 'a b');", "define('DB_PASSWORD', '*');"],
    // Addresses.
    [
      'to postgres://shop:p@ss/w@db:5432/shop now',
      'to postgres://shop:*@db:5432/shop now',
    ],
    ['cannot reach postgres://shop:hunt…', 'cannot reach postgres://shop:*…'],
    ['500 (postgres://shop:hunt…): look', '500 (postgres://shop:*…): look'],
    ['https://ghp@git.example/acme', 'https://*@git.example/acme'],
    ['https://a.example/x,amqp://u:p@mq', 'https://a.example/x,amqp://u:*@mq'],
    ['root:hunter2@tcp(db:3306)/shop', 'root:*@tcp(db:3306)/shop'],
    ['https://hooks.slack.com/services/T0/B0/XX', 'https://hooks.slack.com/*'],
    // Tokens.
    [`got ${jwt} from it`, 'got * from it'],
    ['Bearer abc123-def', 'Bearer *'],
    ['used basic am9lOmh1bnRlcjI= here', 'used basic * here'],
    ['ghp_abcdefghijklmnopqrstuvwxyz0123456789', '*'],
    ['key AKIAIOSFODNN7EXAMPLE is old', 'key * is old'],
    ['hvs.CAESIAbcdefghijklmnop', '*'],
    ['xoxb-1234567890-abc', '*'],
    ['$2y$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234', '*'],
    [`secret ${random} leaked`, 'secret * leaked'],
    [`before\n${pem('MIIE\nabc')}\nafter`, 'before\n*\nafter'],
    [`before\n${pem('MIIE').slice(0, 40)}`, 'before\n*'],
  ])('masks %j', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    'Error: secret "orders-db" not found',
    'MountVolume.SetUp failed for volume "creds" : secret "orders-db" not found',
    'password:\n  {{ .Values.password }}\nauth:\n  enabled: yes\nsecret:\n- name: x',
    'docker run -u 1000:1000 -p 8080:80 x; mysql -u root -p db; use ("users", "password")',
    'max_tokens=4096 promptTokens: 12 tokens_per_minute=5',
    "couldn't find key password in Secret shop/orders-db",
    `Successfully pulled image "ghcr.io/acme/orders:1.14.2@sha256:${'0a'.repeat(
      32,
    )}"`,
    `Updated to ${'a1'.repeat(20)} of uid 9ec3b535-deb9-46fd-bdd6-84b9ddd392f6`,
    'ssh key SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8',
    '"integrity": "sha512-vRQbJDoJm1uUnX9hKX1r3zmLcoAJ8mB9bkHoHZJ9x5Q=="',
    'requiredDuringSchedulingIgnoredDuringExecution',
    'orders-dev:apps/Deployment:orders-dev/orders-5dcff6cb9-m8h2s',
    'arn:aws:iam::123456789012:role/OrdersServiceRole-Production',
    '2026-11-21T02:30:05.123456Z INFO o.s.b.w.e.tomcat.TomcatWebServer: started',
    'http://orders.shop.svc:8080/users/jane@acme.example?sort=name',
    'git@github.com:acme/orders.git and ssh://git@github.com/acme/orders',
    'Basic authentication and Bearer authentication, bearer tokens.',
    'password: "" token=${TOKEN} secret: $(SECRET) apiKey={{ .Values.key }} password=true',
    'imagePullSecrets: regcred secretName: orders-tls tokenFile=/var/run/token',
    'path:/usr/share/Elasticsearch/Plugins7/analysis-icu8/lib',
    'awk "{print $1$2}" at $5$6',
    '0123456789'.repeat(4),
    'cannot reach https://argocd.acme.example… nor https://argocd.acme.example/x:y…',
  ])('leaves %j', text => {
    expect(mask(text)).toBe(text);
  });

  const words = fc.stringMatching(/^[a-z]{1,10}$/);
  const secrets = fc.stringMatching(/^[A-Za-z0-9!#%*+._~-]{3,60}$/);
  const places: ((key: string, secret: string) => string)[] = [
    (key, secret) => `${key}=${secret}`,
    (key, secret) => `"${key}": "${secret}"`,
    (key, secret) => JSON.stringify(JSON.stringify({ [key]: secret })),
    (key, secret) => `--${key} ${secret}x`,
    (key, secret) => `<${key}>${secret}</${key}>`,
    (_, secret) => `redis://:${secret}@cache:6379/0`,
    (_, secret) => `Authorization: ${secret}`,
  ];
  const keys = [
    'password',
    'DB_PASSWORD',
    'clientSecret',
    'api-key',
    'x.token',
  ];

  it('leaves no part of a credential, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 5 }),
        fc.constantFrom(...keys),
        fc.constantFrom(...places),
        secrets.filter(secret => !/^(true|false|null|~)$/.test(secret)),
        fc.array(words, { maxLength: 5 }),
        (before, key, place, secret, after) => {
          fc.pre(!secret.startsWith('-'));
          // A mark of its own, so that no other word can hold it.
          const marked = `§${secret}§`;
          const text = [...before, place(key, marked), ...after].join(' ');
          expect(mask(text)).not.toMatch(/§/);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('leaves prose as it is', () => {
    fc.assert(
      fc.property(fc.array(words), texts => {
        expect(mask(texts.join(' '))).toBe(texts.join(' '));
      }),
    );
  });

  it.each([
    'password=',
    'password="',
    '://a:b',
    '://@',
    'eyJ',
    '-----BEGIN PRIVATE KEY',
    '-----BEGIN PRIVATE KEY-----',
    'bearer ',
    'a.b-',
    '<a>',
    '\\"',
    '--a ',
    '-a.',
    'x password={{ ',
    "('password','",
    'mysql ',
    'password: |\n  x\n',
    'a:a@tcp',
    'Aa0',
    ' ',
    '{{',
  ])('takes time in proportion to a text of many %j', part => {
    // What takes quadratic time takes minutes here, beyond the time limit of a test.
    const text = part.repeat(Math.ceil(400_000 / part.length));
    expect(mask(text).length).toBeLessThanOrEqual(text.length);
  });
});
