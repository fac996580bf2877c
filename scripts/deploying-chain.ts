import type { JsonRpcProvider, Wallet } from 'ethers'
import type { DeployingChain } from '../src/chain/deploy-rights.ts'

/** PUSH0 TLOAD POP PUSH0 PUSH0 PUSH0 MCOPY PUSH0 PUSH0 RETURN: fails before Cancun, makes nothing after. */
const CANCUN_PROBE = '0x5f5c505f5f5f5e5f5ff3'

/** A chain behind a node's JSON-RPC, with an account that pays. */
export function deployingChain(provider: JsonRpcProvider, payer: Wallet): DeployingChain {
  return {
    codeAt: (address) => provider.getCode(address),
    balanceOf: (address) => provider.getBalance(address),
    async send(call) {
      const sent = await payer.sendTransaction(call)
      const receipt = await sent.wait()
      if (receipt?.status !== 1) throw new Error(`transaction ${sent.hash} failed`)
    },
    async sendRaw(raw) {
      const sent = await provider.broadcastTransaction(raw)
      await sent.wait()
    },
  }
}

/** Does the chain lack the instructions that `Rights` uses? */
export async function lacksCancun(provider: JsonRpcProvider): Promise<boolean> {
  try {
    await provider.call({ data: CANCUN_PROBE })
    return false
  } catch {
    return true
  }
}
