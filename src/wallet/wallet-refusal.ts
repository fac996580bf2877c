import type { WalletRefusal } from '../domain/wallet-session.ts'

const MESSAGE_LENGTH = 200

const byCode: Readonly<Record<number, WalletRefusal>> = {
  4001: 'rejected',
  5000: 'rejected',
  5001: 'rejected',
  5002: 'rejected',
  5003: 'rejected',
  4100: 'unsupported',
  4200: 'unsupported',
  3001: 'unsupported',
  5101: 'unsupported',
  5102: 'unsupported',
  [-32601]: 'unsupported',
  4901: 'wrong-chain',
  4902: 'wrong-chain',
  5100: 'wrong-chain',
  4900: 'disconnected',
  6000: 'disconnected',
  8000: 'expired',
}

const byText: readonly [RegExp, WalletRefusal][] = [
  [/\b(user|request)\b.*\b(reject|den(y|ied)|cancel|declin|disapprov)/i, 'rejected'],
  [/\bexpired\b/i, 'expired'],
  [/user disconnected|session topic doesn't exist|recently deleted/i, 'disconnected'],
  [/request\(\) chainId|(wrong|unsupported|unrecogni[sz]ed) (chain|network)/i, 'wrong-chain'],
  [/request\(\) method|method .*not (supported|found|exist)|unsupported method/i, 'unsupported'],
]

/**
 * What a wallet's error means. Wallets send plain `{ code, message }` objects, the SDK throws Errors without a code, and
 * both write what they like; whatever is not clearly one of the known refusals is `unknown`, which may have happened
 * after all. The message is untrusted text, cut short.
 */
export function toWalletRefusal(thrown: unknown): { reason: WalletRefusal; message: string } {
  const message = messageOf(thrown).slice(0, MESSAGE_LENGTH)
  const code = codeOf(thrown)
  const reason = (code === null ? undefined : byCode[code]) ?? reasonOf(message)
  return { reason, message }
}

function reasonOf(message: string): WalletRefusal {
  return byText.find(([pattern]) => pattern.test(message))?.[1] ?? 'unknown'
}

function codeOf(thrown: unknown): number | null {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return null
  const code = typeof thrown.code === 'string' ? Number(thrown.code) : thrown.code
  return typeof code === 'number' && Number.isInteger(code) ? code : null
}

function messageOf(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown
  if (typeof thrown !== 'object' || thrown === null || !('message' in thrown)) return ''
  return typeof thrown.message === 'string' ? thrown.message : ''
}
