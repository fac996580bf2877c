import type { ErrorCode } from '../errors.ts'
import type { WalletRefusal } from '../wallet-session.ts'

const codes: Readonly<Record<WalletRefusal, ErrorCode>> = {
  rejected: 'WALLET_REJECTED',
  disconnected: 'WALLET_DISCONNECTED',
  expired: 'WALLET_SILENT',
  unsupported: 'WALLET_UNSUPPORTED',
  'wrong-chain': 'WALLET_WRONG_CHAIN',
  unknown: 'WALLET_UNCLEAR',
}

/** The code under which a wallet's refusal is shown. */
export function refusalCode(reason: WalletRefusal): ErrorCode {
  return codes[reason]
}
