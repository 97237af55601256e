/** The token of one instance, shared by all its calls. */
export interface ArgoCdSession {
  /** The token to send. */
  token(): Promise<string>;
  /** After a 401: whether there is another token than the refused one, so that the call may be repeated. */
  renew(refused: string): Promise<boolean>;
}
