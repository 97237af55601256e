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

import { html, type SafeHtml } from '../../html';
import { isReadable, type SecretVersion, type VersionedSecret } from '../kv';

function stateOf(version: SecretVersion, now: Date): string {
  if (version.destroyed) {
    return 'destroyed';
  }
  return isReadable(version, now) ? 'readable' : 'deleted';
}

/** A secret's versions and keys, without values, and a form that writes a new version. */
export function secretPage(options: {
  mount: string;
  path: string;
  secret: VersionedSecret;
  now: Date;
}): SafeHtml {
  const { mount, path, secret, now } = options;
  const keys = Object.keys(secret.versions[secret.current_version]?.data ?? {});
  const action = `/ui/vault/secrets/${encodeURIComponent(
    mount,
  )}/kv/${encodeURIComponent(path)}/versions`;
  return html`<h1>${mount}/${path}</h1>
    <p class="soft">
      Version ${secret.current_version}, keys: ${keys.join(', ') || 'none'}
    </p>
    <h2>New version</h2>
    <form method="post" action="${action}">
      <label for="key">Key</label>
      <input
        id="key"
        name="key"
        required
        list="keys"
        value="${keys[0] ?? ''}"
      />
      <datalist id="keys">
        ${keys.map(key => html`<option value="${key}"></option>`)}
      </datalist>
      <label for="value">Value</label>
      <input id="value" name="value" required autocomplete="off" />
      <button type="submit">Write version ${secret.current_version + 1}</button>
    </form>
    <h2>Versions</h2>
    <table>
      <thead>
        <tr>
          <th>Version</th>
          <th>Created</th>
          <th>State</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(secret.versions)
          .reverse()
          .map(
            ([number, version]) => html`<tr>
              <td>${number}</td>
              <td>${version.created_time.slice(0, 19)}Z</td>
              <td>${stateOf(version, now)}</td>
            </tr>`,
          )}
      </tbody>
    </table>
    <h2>Custom metadata</h2>
    <ul>
      ${Object.entries(secret.custom_metadata ?? {}).map(
        ([key, value]) => html`<li>${key}: ${value}</li>`,
      )}
    </ul>
    <p><a href="/">All secrets</a></p>`;
}
