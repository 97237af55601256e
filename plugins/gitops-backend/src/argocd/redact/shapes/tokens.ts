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

import type { Span } from '../Span';

/**
 * What issuers made recognisable on purpose. Each pattern begins where a word does and repeats nothing that repeats,
 * so that no text takes long.
 */
const TOKENS: RegExp[] = [
  // A private key, up to its end or that of the text.
  /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY[A-Z ]{0,10}-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,30}PRIVATE KEY[A-Z ]{0,10}-----|$)/g,
  // JSON Web Tokens, also without their signature.
  /(?<![\w-])eyJ[\w-]{10,}\.[\w-]{2,}(?:\.[\w-]*){0,3}/g,
  // GitHub, GitLab.
  /(?<![A-Za-z0-9])(?:gh[pousr]_|github_pat_)\w{16,}/g,
  /(?<![A-Za-z0-9])gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt|oas)-[\w.-]{16,}/g,
  // Slack, Discord, Teams: whoever knows such an address may post there.
  /(?<![A-Za-z0-9])(?:xox[a-z]|xapp)-[\w-]{12,}/g,
  /(?<=hooks\.slack\.com\/)(?:services|workflows|triggers)\/[\w/-]+/g,
  /(?<=discord(?:app)?\.com\/api\/webhooks\/)\d+\/[\w-]+/g,
  /(?<=webhook\.office\.com\/)webhookb2\/[\w@/-]+/g,
  // Amazon, Google.
  /(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])/g,
  /(?<![\w-])(?:AIza|ya29\.|GOCSPX-)[\w-]{10,}/g,
  // HashiCorp.
  /(?<![\w.])(?:hv[sbr]\.[\w-]{16,}|[sbr]\.[A-Za-z0-9]{24}(?!\w))/g,
  /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[\w-]{20,}/g,
  // Registries and other services.
  /(?<![A-Za-z0-9])(?:npm_|hf_|whsec_|dckr_pat_|pypi-|sntrys_|shp(?:at|ss|ca|pa)_|[sr]k_(?:live|test)_|do[opr]_v1_|glsa_|glc_|NRAK-|ATATT3|SG\.)[\w=.-]{16,}/g,
  /(?<![A-Za-z0-9])AGE-SECRET-KEY-1[A-Z0-9]{20,}/g,
  // Hashes of passwords.
  /\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}/g,
  /\$(?:1|5|6|y|apr1|argon2[a-z]{1,2}|pbkdf2[\w-]{0,20})\$[^\s:"'`]{20,}/g,
];

/** The tokens of known issuers in a text, and private keys, which go over lines. */
export function tokens(text: string): Span[] {
  return TOKENS.flatMap(pattern =>
    [...text.matchAll(pattern)].map(match => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
