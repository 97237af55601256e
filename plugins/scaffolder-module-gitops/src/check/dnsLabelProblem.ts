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
 * Why a text is no DNS label (RFC 1123), in words; `undefined` where it is one, or nothing yet.
 *
 * Said at once, without the server, which checks the same again.
 */
export function dnsLabelProblem(
  text: string,
  options: { maxLength: number; letterFirst?: boolean },
): string | undefined {
  if (text.length > options.maxLength) {
    return `Use at most ${options.maxLength} characters; these are ${text.length}.`;
  }
  const wrong = text.match(/[^a-z0-9-]/u)?.[0];
  if (wrong) {
    return `Use lower-case letters, digits and hyphens only, not "${wrong}".`;
  }
  if (text === '') {
    return undefined;
  }
  if (options.letterFirst && !/^[a-z]/.test(text)) {
    return 'Begin with a letter.';
  }
  if (/^-|-$/.test(text)) {
    return 'Begin and end with a letter or a digit.';
  }
  return undefined;
}
