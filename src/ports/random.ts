import type { DealId } from '../domain/ids.ts'

/** Unguessable values. */
export type Random = {
  dealId(): DealId
  /** 128 bits in hex, for a challenge. */
  nonce(): string
  /** 16 bytes, hex with `0x`, for a hand-over. */
  secret(): string
}
