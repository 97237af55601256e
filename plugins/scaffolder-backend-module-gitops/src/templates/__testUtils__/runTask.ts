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

/** The end of a task. */
export type TaskResult = {
  id: string;
  status: string;
  log: string;
  output?: {
    links?: Array<{ title: string; url?: string; entityRef?: string }>;
    text?: Array<{ title: string; content: string }>;
  };
};

const POLL_MS = 50;

async function request(url: string, body?: object) {
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

async function endOf(url: string, id: string): Promise<TaskResult> {
  for (;;) {
    const { body: task } = await request(`${url}/tasks/${id}`);
    if (!['open', 'processing'].includes(task.status)) {
      const { body: events } = await request(`${url}/tasks/${id}/events`);
      const bodies: Array<{ message: string; output?: TaskResult['output'] }> =
        events.map((event: { body: unknown }) => event.body);
      return {
        id,
        status: task.status,
        log: bodies.map(({ message }) => message).join('\n'),
        output: bodies.findLast(({ output }) => output)?.output,
      };
    }
    await new Promise(done => setTimeout(done, POLL_MS));
  }
}

/** Starts a task at a scaffolder's API, of the Microservice template unless another is named, and waits for its end. */
export async function runTask(
  url: string,
  values: Record<string, unknown>,
  template: string = 'microservice',
): Promise<TaskResult> {
  const { status, body } = await request(`${url}/tasks`, {
    templateRef: `template:default/${template}`,
    values,
  });
  return status === 201
    ? endOf(url, body.id)
    : { id: '', status: String(status), log: JSON.stringify(body) };
}

/** Starts a task that failed again, as the button on its page does, and waits for its end. */
export async function retryTask(url: string, id: string): Promise<TaskResult> {
  const { status, body } = await request(`${url}/tasks/${id}/retry`, {});
  return status === 201
    ? endOf(url, id)
    : { id, status: String(status), log: JSON.stringify(body) };
}
