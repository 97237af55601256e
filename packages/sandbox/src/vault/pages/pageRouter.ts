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

import express, { type Response, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { html, type SafeHtml } from '../../html';
import { plainPage } from '../../server/plainPage';
import { isSameOrigin } from '../../server/isSameOrigin';
import { isReadable, listKeys, type VersionedSecret } from '../kv';
import { putSecret, secretAt } from '../secretAt';
import type { Vault } from '../Vault';
import { secretPage } from './secretPage';

function send(
  response: Response,
  status: number,
  title: string,
  body: SafeHtml,
): void {
  response
    .status(status)
    .set({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    })
    .send(plainPage(`${title} · Sandbox`, body));
}

function homePage(vault: Vault): SafeHtml {
  const { mounts } = vault.state.root;
  return html`<h1>Vault sandbox</h1>
    <p class="soft">
      Plays Vault on this machine; every value in it is made up. The API is at
      <code>/v1</code>.
    </p>
    ${Object.entries(mounts).map(
      ([path, mount]) => html`<h2>${path} (KV version ${mount.version})</h2>
        <ul>
          ${Object.keys(mount.secrets)
            .sort()
            .map(name =>
              mount.version === 2
                ? html`<li>
                    <a href="${pageOf(path.slice(0, -1), name)}">${name}</a>
                  </li>`
                : html`<li>${name}</li>`,
            )}
        </ul>`,
    )}`;
}

function folderPage(vault: Vault, mount: string, folder: string): SafeHtml {
  const { secrets = {} } = vault.state.root.mounts[`${mount}/`] ?? {};
  const prefix = folder === '' ? '' : `${folder.replace(/\/$/, '')}/`;
  const keys = listKeys(Object.keys(secrets), prefix);
  return html`<h1>${mount}/${prefix}</h1>
    <ul>
      ${keys.map(
        key =>
          html`<li>
            <a href="${pageOf(mount, `${prefix}${key}`)}">${key}</a>
          </li>`,
      )}
    </ul>
    ${keys.length === 0 && html`<p>Nothing is here.</p>`}
    <p><a href="/">All secrets</a></p>`;
}

/** Where Vault's own pages would show a secret or, with a slash at its end, a folder. */
function pageOf(mount: string, path: string): string {
  const base = `/ui/vault/secrets/${encodeURIComponent(mount)}/kv`;
  return path.endsWith('/')
    ? `${base}/list/${path.split('/').map(encodeURIComponent).join('/')}`
    : `${base}/${encodeURIComponent(path)}/details`;
}

/** The key that the form changes, and what the version holds beside it. */
function changed(
  secret: VersionedSecret,
  fields: Record<string, string>,
  now: Date,
): Record<string, unknown> {
  const current = secret.versions[secret.current_version];
  const before = current && isReadable(current, now) ? current.data : {};
  return { ...before, [fields.key]: fields.value };
}

/** Pages to look at secrets, and to write a new version of one; they stand where Vault's own pages stand. */
export function pageRouter(vault: Vault, now: () => Date): Router {
  const router = PromiseRouter();
  const { state } = vault;
  router.get(
    ['/', '/ui', '/ui/vault', '/ui/vault/secrets'],
    (_request, response) => {
      send(response, 200, 'Secrets', homePage(vault));
    },
  );
  router.get(
    [
      '/ui/vault/secrets/:mount/kv/list',
      '/ui/vault/secrets/:mount/kv/list/:folder(*)',
      '/ui/vault/secrets/:mount/list',
      '/ui/vault/secrets/:mount/list/:folder(*)',
    ],
    ({ params }, response) => {
      const body = folderPage(vault, params.mount, params.folder ?? '');
      send(response, 200, params.mount, body);
    },
  );
  router.get(
    [
      '/ui/vault/secrets/:mount/kv/:path([^/]+)/:view(details|metadata|paths)?',
      '/ui/vault/secrets/:mount/show/:path(*)',
    ],
    ({ params: { mount, path } }, response) => {
      const secret = secretAt(state, mount, path);
      const body = secret
        ? secretPage({ mount, path, secret, now: now() })
        : html`<h1>There is no ${mount}/${path}</h1>
            <p><a href="/">All secrets</a></p>`;
      send(response, secret ? 200 : 404, path, body);
    },
  );
  router.post(
    '/ui/vault/secrets/:mount/kv/:path([^/]+)/versions',
    express.urlencoded({ extended: false }),
    (request, response) => {
      const { mount, path } = request.params;
      const secret = secretAt(state, mount, path);
      const { key, value } = request.body;
      if (!isSameOrigin(request)) {
        const body = html`<h1>Not from here</h1>
          <p>This form can only be sent from its own page.</p>`;
        send(response, 403, 'Refused', body);
      } else if (!secret || typeof key !== 'string' || key.trim() === '') {
        const body = html`<h1>Nothing was written</h1>
          <p>The secret must exist, and its key needs a name.</p>`;
        send(response, 400, 'Refused', body);
      } else {
        const at = now();
        const data = changed(secret, { key, value: String(value ?? '') }, at);
        putSecret(state, { mount, path, data, at });
        response.redirect(303, pageOf(mount, path));
      }
    },
  );
  return router;
}
