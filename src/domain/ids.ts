/**
 * Branded identifiers, so that one kind of number or hex is never passed for another.
 * All hex is lower-case with `0x`, except accounts, which carry their EIP-55 checksum.
 */
type Brand<T, Name extends string> = T & { readonly [brand]: Name }
declare const brand: unique symbol

/** A Telegram user's id. */
export type PersonId = Brand<number, 'PersonId'>
/** A Telegram chat's id; a private chat has its person's number. */
export type ChatId = Brand<number, 'ChatId'>
/** An EVM account, EIP-55 checksummed. */
export type Account = Brand<string, 'Account'>
/** The 24-byte hash that ties a series to its goods data and terms: `0x` and 48 hex digits. */
export type SeriesId = Brand<string, 'SeriesId'>
/** A token id (series id and serial): `0x` and 64 hex digits. */
export type RightId = Brand<string, 'RightId'>
/** A transaction's hash: `0x` and 64 hex digits. */
export type TxHash = Brand<string, 'TxHash'>
/** A deal's 8 random bytes: 16 hex digits without `0x`. Also the data suffix of a purchase's call. */
export type DealId = Brand<string, 'DealId'>
/** One thing asked of a wallet: the deal's id, a colon, and a count. */
export type PromptId = Brand<string, 'PromptId'>
