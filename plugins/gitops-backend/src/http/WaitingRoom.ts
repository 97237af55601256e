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

/** Bounds how many requests wait at the same time. */
export class WaitingRoom {
  readonly #seats: number;
  #taken = 0;

  static create(options: { seats: number }): WaitingRoom {
    return new WaitingRoom(options.seats);
  }

  private constructor(seats: number) {
    this.#seats = seats;
  }

  /** Takes a seat and hands over how to leave it; `undefined` where all are taken. */
  enter(): (() => void) | undefined {
    if (this.#taken >= this.#seats) {
      return undefined;
    }
    this.#taken += 1;
    let left = false;
    return () => {
      this.#taken -= left ? 0 : 1;
      left = true;
    };
  }
}
