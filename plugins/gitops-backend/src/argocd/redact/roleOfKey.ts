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

import { wordsOf } from './wordsOf';

/**
 * What a key says of its value: `credential`, it is one; `reference`, it only names one or says something about it,
 * such as `secretName` or `tokenTtl`; `plain`, nothing.
 */
export type KeyRole = 'credential' | 'reference' | 'plain';

/** Words that name a credential, alone or at the end of a word that was written together: `pgpassword`. */
const ENDINGS =
  /(password|passwd|passwort|passphrase|passcode|pwd|secret|token|credential|apikey|accesskey|privatekey|secretkey|authkey|masterkey|signingkey|encryptionkey|accountkey|sharedkey|connectionstring|(db|user|root|admin|smtp|mail|mysql|pg|redis|ldap|ftp)(pass|pw))s?$/;

const WORDS = new Set([
  'auth',
  'authorization',
  'bearer',
  'cookie',
  'cookies',
  'cred',
  'creds',
  'dockercfg',
  'dockerconfigjson',
  'dsn',
  'encrypted',
  'htpasswd',
  'hmac',
  'jwt',
  'keytab',
  'kubeconfig',
  'netrc',
  'npmrc',
  'otp',
  'pass',
  'pat',
  'pgpass',
  'pin',
  'psk',
  'pw',
  'salt',
  'sas',
  'sessionid',
  'sig',
  'signature',
  'totp',
  'webhookurl',
]);

/** Two words that name a credential only together. */
const PAIRS = new Set([
  'access key',
  'account key',
  'api key',
  'app key',
  'auth key',
  'client key',
  'conn str',
  'conn string',
  'connection string',
  'deploy key',
  'encryption key',
  'host key',
  'integration key',
  'license key',
  'master key',
  'private key',
  'rsa key',
  'service key',
  'session id',
  'session key',
  'shared key',
  'signing key',
  'ssh key',
  'storage key',
  'subscription key',
  'tls key',
  'unseal key',
  'webhook url',
]);

/** A key that ends with one of these tells about a credential, or where it is. */
const REFERENCES = new Set(
  `age algorithm alg annotation annotations audience backend class count description dir directory disabled domain
  duration enabled encoder encoding endpoint engine expiration expires expiry field file filename filepath format header
  headers host interval issuer kind label labels leeway length lifetime limit manager max method min minutes mode mount
  namespace name names optional path paths pattern period policy port prefix provider providers realm ref reference refs
  region required rotation samesite scope scopes seconds secure signin size store strategy suffix timeout ttl type uri
  url version`.split(/\s+/),
);

/** What the key of a value says of it. */
export function roleOfKey(key: string): KeyRole {
  const words = wordsOf(key);
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
  if (!words.some(isCredential) && !pairs.some(isPair)) {
    return 'plain';
  }
  return isReference(words, pairs) ? 'reference' : 'credential';
}

/** Whether a key says, by its last word, that its value tells about something: `name`, `path`, `refreshInterval`. */
export function endsAsReference(key: string): boolean {
  return REFERENCES.has(wordsOf(key).at(-1) ?? '');
}

function isCredential(word: string): boolean {
  return WORDS.has(word) || ENDINGS.test(word);
}

function isPair(words: string): boolean {
  return PAIRS.has(words.replace(/s$/, ''));
}

function isReference(words: string[], pairs: string[]): boolean {
  const last = words.at(-1) ?? '';
  // `webhookUrl` is one itself: whoever knows it may post.
  if (isPair(pairs.at(-1) ?? '')) {
    return false;
  }
  return (
    REFERENCES.has(last) ||
    // `maxTokens`, `TOKENS_PER_MINUTE`: numbers, as language models have them.
    pairs.some(pair =>
      /^(max|min|total|prompt|completion|input|output) tokens$|^tokens per$/.test(
        pair,
      ),
    ) ||
    // `existingSecret`, `imagePullSecrets`: names of Secrets.
    pairs.some(pair => /^(existing|pull) secrets?$/.test(pair)) ||
    // `adminPasswordKey`: the key of a Secret's data.
    (last === 'key' && /^(password|passwd)$/.test(words.at(-2) ?? ''))
  );
}
