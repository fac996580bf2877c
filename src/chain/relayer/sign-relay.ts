import { Transaction, type Wallet } from 'ethers'
import type { TxHash } from '../../domain/ids.ts'
import type { SignedRelay } from '../../ports/relay-ledger.ts'
import type { RelayCall } from '../../ports/relayer.ts'
import type { Fees } from './choose-fees.ts'

/** Signs a relayed call. The same input gives the same bytes, so signing twice sends nothing twice. */
export function signRelay(
  wallet: Wallet,
  input: { chainId: number; call: RelayCall; nonce: number; gas: bigint; fees: Fees },
): SignedRelay {
  const { chainId, call, nonce, gas, fees } = input
  const transaction = Transaction.from({
    type: 2,
    chainId,
    nonce,
    gasLimit: gas,
    maxFeePerGas: fees.maxFeeWei,
    maxPriorityFeePerGas: fees.tipWei,
    to: call.to,
    data: call.data,
    value: 0n,
  })
  transaction.signature = wallet.signingKey.sign(transaction.unsignedHash)
  return {
    hash: String(transaction.hash) as TxHash,
    raw: transaction.serialized,
    ...fees,
    costWei: gas * fees.maxFeeWei,
  }
}
