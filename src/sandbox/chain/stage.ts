import { getCreateAddress, Interface, type Wallet } from 'ethers'
import { deployRights } from '../../chain/deploy-rights.ts'
import { lensAddress, rightsAddress } from '../../chain/deployment.ts'
import type { Account } from '../../domain/ids.ts'
import { mockCoinAbi, mockCoinBytecode } from './generated/mock-coin.ts'
import { deployer, treasury } from './known-accounts.ts'
import { type LocalNode, SANDBOX_CHAIN_ID } from './local-node.ts'

/** What is on the sandbox's chain from the start: always at the same addresses. */
export type Stage = {
  chainId: number
  rights: Account
  lens: Account
  coin: Account
  /** The block from which an index has to read. */
  firstBlock: number
}

const coinInterface = new Interface(mockCoinAbi)
const FEE = { maxFeePerGas: 100_000_000_000n, maxPriorityFeePerGas: 1_000_000_000n }

/** Puts the canonical factory, `Rights` as everywhere else, and the test coin on chain. */
export async function setStage(node: LocalNode): Promise<Stage> {
  await mustSucceed(node, await sendFrom(node, deployer, { data: mockCoinBytecode }))
  const coin = getCreateAddress({ from: deployer.address, nonce: 0 }) as Account
  await deployRights({
    codeAt: (address) => node.ask('eth_getCode', [address, 'latest']) as Promise<string>,
    balanceOf: async (address) =>
      BigInt(String(await node.ask('eth_getBalance', [address, 'latest']))),
    send: async (call) => mustSucceed(node, await sendFrom(node, deployer, call)),
    sendRaw: async (raw) => mustSucceed(node, await node.sendRaw(raw)),
  })
  await node.keep()
  return {
    chainId: SANDBOX_CHAIN_ID,
    rights: rightsAddress(),
    lens: lensAddress(),
    coin,
    firstBlock: 1,
  }
}

/** Gives an account money of both kinds, in the smallest units. Resolves when it is there. */
export async function fund(
  node: LocalNode,
  stage: Stage,
  gift: { account: string; native: bigint; coin: bigint },
): Promise<void> {
  const { account, native, coin } = gift
  if (native > 0n) {
    await mustSucceed(node, await sendFrom(node, treasury, { to: account, value: native }))
  }
  if (coin > 0n) {
    const data = coinInterface.encodeFunctionData('mint', [account, coin])
    await mustSucceed(node, await sendFrom(node, treasury, { to: stage.coin, data }))
  }
}

function sendFrom(
  node: LocalNode,
  wallet: Wallet,
  call: { to?: string; data?: string; value?: bigint },
): Promise<string> {
  const sign = (nonce: number) =>
    wallet.signTransaction({
      ...call,
      ...FEE,
      nonce,
      type: 2,
      chainId: SANDBOX_CHAIN_ID,
      gasLimit: 8_000_000n,
    })
  return node.sendAs(sign, wallet.address)
}

async function mustSucceed(node: LocalNode, hash: string): Promise<void> {
  const receipt = (await node.ask('eth_getTransactionReceipt', [hash])) as { status: string } | null
  if (receipt?.status !== '0x1') throw new Error(`sandbox transaction failed: ${hash}`)
}
