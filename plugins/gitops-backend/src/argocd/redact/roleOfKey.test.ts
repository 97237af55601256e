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

import { roleOfKey } from './roleOfKey';

const CREDENTIALS = `
  password PASSWORD dbPassword DB_PASSWORD db.password db-password2 PGPASSWORD passwd mysqlRootPasswd passphrase
  secret clientSecret CLIENT_SECRET secretKey aws_secret_access_key secretId
  token GITHUB_TOKEN githubToken access_token botToken TOKENS apiKey apikey API_KEY x-api-key privateKey tls.key
  credential credentials creds connectionString ConnectionStrings dsn SENTRY_DSN authorization Authorization cookie
  .dockerconfigjson jwt kubeconfig webhookUrl SLACK_WEBHOOK_URL encryptionKey signingKey sshKey accountKey
  MASTERKEY SIGNINGKEY DBPASS SMTP_PASS rootpw DD_APP_KEY subscriptionKey VAULT_UNSEAL_KEYS
  password_hash passwordOld secrets.dbPassword --password
`;
const REFERENCES = `
  secretName secretKeyRef secretRef tokenSecretRef existingSecret existingSecretPasswordKey imagePullSecrets
  pullSecrets tokenFile TOKEN_PATH PASSWORD_FILE passwordKey adminPasswordKey tokenTtl tokenExpirationSeconds
  secretStore secretStoreRef passwordPolicy tokenUrl secretType imagePullSecrets[0].name
  MAX_TOKENS tokensPerMinute COOKIE_DOMAIN COOKIE_SAMESITE auth-realm AUTH_STRATEGY authResponseHeaders
  externalSecrets.refreshInterval secretProviderClass secretsPath tokenAudience
`;
const PLAIN = `
  image tag replicas author authority host path key name username bypass compass keyboard monkey tokenizer secretary
  compassPoint resources limits env value passthrough authors pinned salted
`;
const rows = (keys: string) =>
  keys
    .trim()
    .split(/\s+/)
    .map(key => [key]);

describe('roleOfKey', () => {
  it.each(rows(CREDENTIALS))('%s is a credential', key => {
    expect(roleOfKey(key)).toBe('credential');
  });

  it.each(rows(REFERENCES))('%s only tells of one', key => {
    expect(roleOfKey(key)).toBe('reference');
  });

  it.each(rows(PLAIN))('%s says nothing', key => {
    expect(roleOfKey(key)).toBe('plain');
  });
});
