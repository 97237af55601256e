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

import { isRecord, textAt, YamlDocument } from '../yaml';

/** What a Secret of Argo CD, or of a certificate, may hold without being secret. */
const PUBLIC_KEYS =
  /^(name|server|url|type|project|enableOCI|forceHttpBasicAuth|insecure|username|ca\.crt|tls\.crt|config\.yaml\.tmpl)$/;

const SHAPES: [RegExp, string][] = [
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/, 'holds a private key'],
  [
    /\$apr1\$[./0-9A-Za-z]{1,8}\$[./0-9A-Za-z]{22}/,
    'holds the hash of a password (htpasswd)',
  ],
  [
    /\$2[aby]\$\d\d\$[./0-9A-Za-z]{53}/,
    'holds the hash of a password (bcrypt)',
  ],
  [/\bhvs\.[A-Za-z0-9_-]{24,}/, 'holds a token of Vault'],
  [/\bxox[abprs]-[A-Za-z0-9-]{20,}/, 'holds a token of Slack'],
  [
    /hooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/\w{20,}/,
    'holds a webhook of Slack',
  ],
];

/** A key of YAML that calls its text a secret, or a variable that does: what it holds is a name of nothing. */
const NAMED =
  /^[ \t-]*['"]?(?:name: *['"]?(?=\w*(?:PASSWORD|TOKEN|CLIENT_SECRET|API_KEY)['"]?\n)\w+['"]?\n[ \t]+value|\w*(?:[Pp]assword|PASSWORD|[Cc]lientSecret|[Aa]piKey|[Aa]ccessToken|[Aa]uthToken))['"]?:[ \t]+(?!true\b|false\b|null\b)['"]?[^\s'"#$<{%|>&*[(~][^\s'"$<{(]*['"]?[ \t]*(?:#.*)?$/gm;

/**
 * What looks like a secret and is one of the platform's own kinds: values in a Secret, hashes, tokens of Vault.
 *
 * @internal
 */
export function findOwnSecrets(
  file: string,
  text: string,
): { line: number; what: string }[] {
  const found = text.split('\n').flatMap((line, index) =>
    SHAPES.filter(([shape]) => shape.test(line)).map(([, what]) => ({
      line: index + 1,
      what,
    })),
  );
  if (!/\.ya?ml$/.test(file)) return found;
  const documents = /^kind: Secret$/m.test(text)
    ? YamlDocument.parseAll(text)
    : [];
  for (const document of documents) {
    const value = document.object;
    if (textAt(value, 'kind') !== 'Secret') continue;
    for (const part of ['data', 'stringData']) {
      const data = value?.[part];
      for (const [key, one] of Object.entries(isRecord(data) ? data : {})) {
        if (one !== '' && one !== null && !PUBLIC_KEYS.test(key)) {
          found.push({
            line: document.lineOf([part, key]),
            what: `a Secret with a value for ${key}`,
          });
        }
      }
    }
  }
  const named = [...text.matchAll(NAMED)].map(({ 0: match, index }) => ({
    line: text.slice(0, index + match.trimEnd().length).split('\n').length,
    what: 'calls a text that stands there a secret',
  }));
  return [
    ...found,
    ...named.filter(({ line }) => !found.some(one => one.line === line)),
  ];
}
