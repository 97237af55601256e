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

import { readJsonBody, readToken, sendJson, sendText } from '../http';
import type { Route, RouteContext } from './RouteContext';

/** The account of whoever calls, `undefined` without a session. */
function signedIn({ sessions, request }: RouteContext): string | undefined {
  try {
    return sessions.verify(readToken(request)).username;
  } catch {
    return undefined;
  }
}

const createSession: Route = {
  method: 'POST',
  path: '/api/v1/session',
  anonymous: true,
  async handle({ sessions, request, response }) {
    const { username, password } = await readJsonBody(request);
    const token = await sessions.signIn(username, password);
    await sendJson(
      request,
      response,
      { token },
      {
        headers: {
          'Set-Cookie': `argocd.token=${token}; path=/; SameSite=lax; httpOnly`,
        },
      },
    );
  },
};

const deleteSession: Route = {
  method: 'DELETE',
  path: '/api/v1/session',
  anonymous: true,
  async handle({ request, response }) {
    await sendJson(
      request,
      response,
      { token: '' },
      {
        headers: {
          'Set-Cookie': 'argocd.token=; path=/; SameSite=lax; httpOnly',
        },
      },
    );
  },
};

/** What the link "Log out" leads to; unlike deleting the session, it ends the token, too. */
const logOut: Route = {
  method: 'GET',
  path: '/auth/logout',
  anonymous: true,
  async handle({ sessions, request, response }) {
    const token = readToken(request);
    if (!token) {
      await sendText(
        request,
        response,
        400,
        'Failed to retrieve ArgoCD auth token: failed to retrieve cookie argocd.token',
      );
      return;
    }
    sessions.revoke(token);
    response.writeHead(303, {
      Location: '/',
      'Set-Cookie': 'argocd.token=; Path=/',
    });
    response.end();
  },
};

const getUserInfo: Route = {
  method: 'GET',
  path: '/api/v1/session/userinfo',
  anonymous: true,
  async handle(context) {
    const username = signedIn(context);
    return username ? { loggedIn: true, username, iss: 'argocd' } : {};
  },
};

const getVersion: Route = {
  method: 'GET',
  path: '/api/version',
  anonymous: true,
  async handle(context) {
    const version = { Version: 'v3.5.7+sandbox' };
    if (!signedIn(context)) {
      return version;
    }
    const { helm, kustomize } = await context.toolVersions();
    return {
      ...version,
      BuildDate: '1970-01-01T00:00:00Z',
      GoVersion: 'none',
      Compiler: 'none',
      Platform: `${process.platform}/${process.arch}`,
      KustomizeVersion: kustomize,
      HelmVersion: helm,
      JsonnetVersion: 'none',
    };
  },
};

export const sessionRoutes: Route[] = [
  createSession,
  deleteSession,
  logOut,
  getUserInfo,
  getVersion,
];
