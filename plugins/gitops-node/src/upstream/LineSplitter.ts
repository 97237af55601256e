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

/**
 * Cuts a stream of bytes into lines. A character or a line may be spread over any number of chunks; `\r\n` ends
 * a line, too; empty lines are left out.
 * @internal
 */
export class LineSplitter {
  readonly #maxBytes: number;
  readonly #decoder = new TextDecoder();
  #pending: Uint8Array[] = [];
  #size = 0;

  /** @param maxBytes - The longest line that is accepted. */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /**
   * The lines that this chunk completes.
   *
   * @throws RangeError where a line is longer than allowed.
   */
  push(chunk: Uint8Array): string[] {
    const lines: string[] = [];
    let start = 0;
    // A line feed is never part of a longer UTF-8 character, so bytes can be searched.
    for (
      let end = chunk.indexOf(0x0a);
      end !== -1;
      end = chunk.indexOf(0x0a, start)
    ) {
      this.#keep(chunk.subarray(start, end));
      lines.push(...this.flush());
      start = end + 1;
    }
    this.#keep(chunk.subarray(start));
    return lines;
  }

  /** What came after the last line feed. */
  flush(): string[] {
    const line = this.#decoder
      .decode(Buffer.concat(this.#pending))
      .replace(/\r$/, '');
    this.#pending = [];
    this.#size = 0;
    return line ? [line] : [];
  }

  #keep(part: Uint8Array): void {
    this.#size += part.length;
    if (this.#size > this.#maxBytes) {
      throw new RangeError(`a line is longer than ${this.#maxBytes} bytes`);
    }
    if (part.length > 0) {
      this.#pending.push(part);
    }
  }
}
