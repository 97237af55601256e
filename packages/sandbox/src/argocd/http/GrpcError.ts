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

/** The gRPC codes that Argo CD answers with, and the HTTP status of each. */
const STATUS = {
  unknown: { code: 2, status: 500, text: 'Internal Server Error' },
  invalidArgument: { code: 3, status: 400, text: 'Bad Request' },
  notFound: { code: 5, status: 404, text: 'Not Found' },
  permissionDenied: { code: 7, status: 403, text: 'Forbidden' },
  failedPrecondition: { code: 9, status: 400, text: 'Bad Request' },
  outOfRange: { code: 11, status: 400, text: 'Bad Request' },
  unimplemented: { code: 12, status: 501, text: 'Not Implemented' },
  unauthenticated: { code: 16, status: 401, text: 'Unauthorized' },
} as const;

/** An answer other than success, as Argo CD's gateway words it. */
export class GrpcError extends Error {
  readonly code: number;
  readonly status: number;
  readonly statusText: string;

  constructor(kind: keyof typeof STATUS, message: string) {
    super(message);
    this.name = 'GrpcError';
    this.code = STATUS[kind].code;
    this.status = STATUS[kind].status;
    this.statusText = STATUS[kind].text;
  }

  /** Of a single answer. */
  get body() {
    return { error: this.message, code: this.code, message: this.message };
  }

  /** Of a stream that has sent nothing yet. */
  get streamBody() {
    return {
      error: {
        grpc_code: this.code,
        http_code: this.status,
        message: this.message,
        http_status: this.statusText,
      },
    };
  }
}

/** Any error as Argo CD would answer it: what is not its own is "unknown". */
export function toGrpcError(error: unknown): GrpcError {
  if (error instanceof GrpcError) {
    return error;
  }
  const message = error instanceof Error ? error.message : String(error);
  return new GrpcError('unknown', message);
}
