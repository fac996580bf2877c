import { createHardhatRuntimeEnvironment } from 'hardhat/hre'

/** A transaction that is to be measured. */
export type Call = { from: string; to: string; data: string; value?: bigint }

/** A chain in this process, on which calls are measured one by one. */
export type Evm = Awaited<ReturnType<typeof createEvm>>

/** A chain with the rules that Hardhat has by default, and its usual accounts, all of them with coins. */
export async function createEvm() {
  const hre = await createHardhatRuntimeEnvironment({})
  const { provider, close } = await hre.network.create()
  const ask = (method: string, params: unknown[]) => provider.request({ method, params })

  async function receiptOf(call: Omit<Call, 'to'> & { to?: string }) {
    const value = `0x${(call.value ?? 0n).toString(16)}`
    const hash = await ask('eth_sendTransaction', [{ ...call, value }])
    const receipt = (await ask('eth_getTransactionReceipt', [hash])) as {
      status: string
      gasUsed: string
      contractAddress: string
    }
    if (Number(receipt.status) !== 1) throw new Error(`a call to ${call.to} was reverted`)
    return receipt
  }

  return {
    close,
    accounts: (await ask('eth_accounts', [])) as string[],
    deploy: async (from: string, code: string) =>
      (await receiptOf({ from, data: code })).contractAddress,
    /** The receipt's `gasUsed`. */
    gasOf: async (call: Call) => Number((await receiptOf(call)).gasUsed),
    read: async (to: string, data: string) =>
      BigInt((await ask('eth_call', [{ to, data }, 'latest'])) as string),
    balance: async (account: string) =>
      BigInt((await ask('eth_getBalance', [account, 'latest'])) as string),
  }
}
