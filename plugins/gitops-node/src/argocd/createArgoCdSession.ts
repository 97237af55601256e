import type { ArgoCdAuth } from '../config';
import type { Clock } from '../upstream';
import type { ArgoCdSession } from './ArgoCdSession';
import { PasswordSession, type ArgoCdLogin } from './PasswordSession';
import { TokenFileSession } from './TokenFileSession';

/** The session that a configuration asks for. */
export function createArgoCdSession(options: {
  auth: ArgoCdAuth;
  /** How the instance is called in messages. */
  subject: string;
  login: ArgoCdLogin;
  clock: Clock;
}): ArgoCdSession {
  const { auth, subject, login, clock } = options;
  switch (auth.type) {
    case 'token':
      return { token: async () => auth.token, renew: async () => false };
    case 'tokenFile':
      return new TokenFileSession(subject, auth.tokenFile);
    default:
      return new PasswordSession(auth, login, clock);
  }
}
