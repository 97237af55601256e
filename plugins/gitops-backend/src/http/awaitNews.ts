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

import type { Request, Response } from 'express';
import { contentTag, isHeld } from './contentTag';
import { Doorbell } from './Doorbell';
import { preferredWait } from './preferredWait';
import type { WaitingRoom } from './WaitingRoom';

const GATHER_MS = 100;

/** What is shown, and whether its showing was put off as the caller preferred. */
export interface News<T> {
  answer: T;
  waited: boolean;
}

/**
 * Reads what is to be shown. Where the caller has just that and prefers to wait (`Prefer: wait`), reads again at each
 * change until it is something else or the time is over: a signal may have come from another replica of this backend,
 * which heard of the change first.
 */
export async function awaitNews<T>(options: {
  req: Pick<Request, 'headers'>;
  res: Pick<Response, 'once' | 'off'>;
  room: WaitingRoom;
  read: () => T | Promise<T>;
  /** Calls back whenever what is shown may have changed, until the returned function is called. */
  subscribe: (listener: () => void) => () => void;
  /** Changes are gathered for that long, in milliseconds. */
  gatherMs?: number;
}): Promise<News<T>> {
  const { req, res, room, read, subscribe, gatherMs = GATHER_MS } = options;
  const budget = preferredWait(req.headers.prefer);
  const held = req.headers['if-none-match'];
  if (budget === undefined || held === undefined) {
    return { answer: await read(), waited: false };
  }
  const bell = new Doorbell();
  const unsubscribe = subscribe(() => bell.ring());
  let until = Date.now() + budget;
  const leave = room.enter();
  const onClose = () => {
    until = 0;
    bell.ring();
  };
  res.once('close', onClose);
  try {
    let answer = await read();
    let waited = false;
    while (leave && Date.now() < until && isHeld(contentTag(answer), held)) {
      waited = true;
      if (await bell.answered(until - Date.now())) {
        await sleep(Math.min(gatherMs, until - Date.now()));
        answer = await read();
      }
    }
    return { answer, waited };
  } finally {
    leave?.();
    unsubscribe();
    res.off('close', onClose);
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, Math.max(0, milliseconds));
  });
}
