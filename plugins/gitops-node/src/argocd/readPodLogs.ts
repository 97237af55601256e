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

import { z } from 'zod';
import { UpstreamError } from '../upstream';
import { timeoutError } from '../upstream/networkError';
import { parseJson } from '../upstream/parseJson';
import type { ArgoApplicationKey } from './ArgoApplication';
import type { ArgoCdConnection } from './ArgoCdConnection';
import { applicationPath, queryOf } from './applicationPath';
import { cutText } from './cutText';
import { throwStreamError } from './throwStreamError';
import { text } from './tolerant';

const MOST_LINES = 5_000;
const LONGEST_LINE = 10_000;
const MOST_KEPT = 2_000_000;
const MOST_READ = 20_000_000;

/**
 * Which lines of a pod's log are wanted.
 * @public
 */
export interface ArgoLogRequest {
  namespace: string;
  pod: string;
  /** May be left out where the pod has only one. */
  container?: string;
  /** The newest lines, at most 5,000. */
  tailLines: number;
  /** Only what is at most this old. */
  sinceSeconds?: number;
  /** Of the container that ran before the last restart. */
  previous?: boolean;
}

/**
 * A line of a pod's log, as the container wrote it: it may hold anything, secrets included.
 * @public
 */
export interface ArgoLogLine {
  /** ISO 8601, to the nanosecond. */
  time?: string;
  /** At most 10,000 characters. */
  text: string;
}

const lineSchema = z.object({
  result: z
    .object({
      content: z.string().catch(''),
      timeStampStr: text,
      last: z.boolean().catch(false),
    })
    .optional()
    .catch(undefined),
});

/** Reads a log to its end, oldest line first. Of what is longer than 2 MB, the end is kept. */
export async function readPodLogs(
  connection: ArgoCdConnection,
  key: ArgoApplicationKey,
  options: { request: ArgoLogRequest; signal?: AbortSignal },
): Promise<ArgoLogLine[]> {
  const { request, signal } = options;
  const tooLong = AbortSignal.timeout(connection.timeout);
  const lines: ArgoLogLine[] = [];
  let kept = 0;
  let read = 0;
  try {
    await connection.stream(applicationPath(key, 'logs'), {
      query: logQuery(key, request),
      signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong,
      onLine: raw => {
        read += raw.length;
        if (read > MOST_READ) {
          throw tooLarge(connection);
        }
        const line = parseLine(connection, raw);
        if (line) {
          lines.push(line);
          kept += line.text.length;
        }
        while (kept > MOST_KEPT || lines.length > MOST_LINES) {
          kept -= lines.shift()?.text.length ?? 0;
        }
      },
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw tooLong.aborted
      ? timeoutError(connection.upstream, { milliseconds: connection.timeout })
      : error;
  }
  return lines;
}

function logQuery(
  key: ArgoApplicationKey,
  request: ArgoLogRequest,
): Record<string, string | undefined> {
  const { namespace, pod, container, sinceSeconds, previous } = request;
  return {
    ...queryOf(key),
    namespace,
    podName: pod,
    container,
    tailLines: String(Math.min(request.tailLines, MOST_LINES)),
    sinceSeconds: sinceSeconds?.toString(),
    previous: previous ? 'true' : undefined,
    follow: 'false',
  };
}

function parseLine(
  { upstream }: ArgoCdConnection,
  raw: string,
): ArgoLogLine | undefined {
  const json = parseJson(upstream, raw);
  throwStreamError(upstream, json);
  const entry = lineSchema.safeParse(json).data?.result;
  // The last one says only that nothing follows.
  return entry && !entry.last
    ? {
        // What Kubernetes has to say in a log's place comes with Go's empty time.
        time: entry.timeStampStr?.startsWith('0001-')
          ? undefined
          : entry.timeStampStr,
        text: cutText(entry.content, LONGEST_LINE) ?? '',
      }
    : undefined;
}

function tooLarge({ upstream }: ArgoCdConnection): UpstreamError {
  return new UpstreamError({
    ...upstream,
    failure: 'too-large',
    what: `answered more than ${MOST_READ / 1_000_000} MB of logs`,
    remedy: 'ask for fewer lines',
  });
}
