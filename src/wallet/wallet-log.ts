/** Where the wallet edge writes its log; a pino logger fits, so an error is `err`. Never given keys, URIs or answers. */
export type WalletLog = {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
