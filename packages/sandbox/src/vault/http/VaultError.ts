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

/** An answer other than 2xx, in Vault's words. */
export class VaultError extends Error {
  readonly status: number;
  readonly errors: string[];

  constructor(status: number, ...errors: string[]) {
    super(errors.join('; ') || `status ${status}`);
    this.name = 'VaultError';
    this.status = status;
    this.errors = errors;
  }

  /** Nothing is there: Vault says so with an empty list. */
  static nothing(): VaultError {
    return new VaultError(404);
  }

  static badRequest(message: string): VaultError {
    return new VaultError(400, message);
  }

  /** The token's policies do not allow it. */
  static denied(): VaultError {
    return new VaultError(403, '1 error occurred:\n\t* permission denied\n\n');
  }

  /** The token is unknown, revoked or has run out. */
  static invalidToken(): VaultError {
    return new VaultError(
      403,
      '2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n',
    );
  }

  /** There was no token, or a login to a method that is not enabled. */
  static noToken(): VaultError {
    return new VaultError(403, 'permission denied');
  }

  static unsupportedOperation(): VaultError {
    return new VaultError(
      405,
      '1 error occurred:\n\t* unsupported operation\n\n',
    );
  }

  static unsupportedPath(): VaultError {
    return new VaultError(404, '1 error occurred:\n\t* unsupported path\n\n');
  }

  /** What Vault has and the sandbox has not. */
  static unimplemented(what: string): VaultError {
    return new VaultError(501, `The sandbox does not implement ${what}`);
  }
}
