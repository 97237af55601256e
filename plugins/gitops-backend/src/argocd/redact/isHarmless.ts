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

import { MASK } from './mask';

/**
 * Whether a value under the key of a credential shows none: it is empty, true or false, masked already, or but a
 * reference that something else fills in later.
 */
export function isHarmless(value: string): boolean {
  const text = value.trim();
  return (
    ['', 'true', 'false', 'null', '~', '{}', '[]', MASK].includes(text) ||
    /^\$\([A-Za-z_][\w.-]{0,100}\)$/.test(text) ||
    /^\$\{[A-Za-z_][\w.-]{0,100}\}$/.test(text) ||
    /^\{\{-?\s{0,10}\.[\w.]{1,200}\s{0,10}-?\}\}$/.test(text) ||
    // Argo CD Vault Plugin.
    /^<path:[\w/#. -]{1,300}>$/.test(text)
  );
}
