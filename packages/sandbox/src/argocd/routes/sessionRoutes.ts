import { readJsonBody, readToken, sendJson } from '../http';
import type { Route, RouteContext } from './RouteContext';

/** The account of whoever calls, `undefined` without a session. */
function signedIn({ sessions, request }: RouteContext): string | undefined {
  try {
    return sessions.verify(readToken(request));
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
    const token = sessions.signIn(username, password);
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
  getUserInfo,
  getVersion,
];
