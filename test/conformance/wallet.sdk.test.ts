import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createRelay } from '../../src/sandbox/relay/relay.ts'
import { allowLoopbackOnly, outsideCalls } from '../../src/sandbox/wallets/loopback-only.ts'
import { startLocalChain } from '../wallet/local-chain.ts'
import { startWalletBot } from '../wallet/wallet-bot.ts'
import { startWallets } from '../wallet/wallets-process.ts'
import { walletSuite } from './wallet.suite.ts'
import type { WalletWorld } from './wallet-cases.ts'
import { walletRestartSuite } from './wallet-restart.suite.ts'

let world: WalletWorld

before(async () => {
  allowLoopbackOnly()
  const relay = await createRelay()
  const chain = await startLocalChain()
  const wallets = await startWallets({ WALLETS_RELAY_URL: relay.url, WALLETS_RPC_URL: chain.url })
  world = {
    relay,
    chain,
    wallets,
    startBot: (options = {}) =>
      startWalletBot({ relayUrl: relay.url, extraLinkOrigins: [wallets.url], ...options }),
  }
})

after(async () => {
  await world.wallets.close()
  await world.relay.close()
  await world.chain.close()
})

walletSuite(() => world)
walletRestartSuite(() => world)

test('nothing on either side called anything outside this machine', async () => {
  assert.deepEqual(await world.wallets.outsideCalls(), [])
  assert.deepEqual(outsideCalls(), [])
})
