import { test } from 'node:test'
import type { Account, PromptId } from '../../src/domain/ids.ts'
import type { WalletQuestion, WalletSession } from '../../src/ports/wallet.ts'
import type { Relay } from '../../src/sandbox/relay/relay.ts'
import type { LocalChain } from '../wallet/local-chain.ts'
import { accountOf, type WalletBot } from '../wallet/wallet-bot.ts'
import type { WalletsProcess } from '../wallet/wallets-process.ts'

/** What a wallet edge is tried in. */
export type WalletWorld = {
  relay: Relay
  chain: LocalChain
  wallets: WalletsProcess
  startBot(options?: { projectId?: string; relayTimeoutMs?: number }): Promise<WalletBot>
}

export const DEAD = '0x000000000000000000000000000000000000dEaD' as Account
const hex = (value: bigint) => `0x${value.toString(16)}`
const inFiveMinutes = () => Math.floor(Date.now() / 1000) + 300

let people = 0

/** What the cases of the wallet suites are told with. */
export function walletCases(world: () => WalletWorld) {
  /** A person with a funded account. */
  const person = async (coins = 10n ** 18n): Promise<{ name: string; account: string }> => {
    people += 1
    const name = `Person ${people}`
    const account = await world().wallets.create(name)
    await world().chain.request('hardhat_setBalance', [account, hex(coins)])
    return { name, account }
  }
  const bind = async (bot: WalletBot, name: string): Promise<WalletSession> => {
    const { wallets } = world()
    const { uri } = await bot.wallet.connect(`attempt of ${name}`)
    await wallets.open(name, uri)
    await wallets.decide(name, await wallets.prompt(name, 'session'), 'approve')
    return (await bot.next('session-settled')).session
  }
  const askFor = (session: WalletSession, prompt: string, question: WalletQuestion) => ({
    prompt: prompt as PromptId,
    topic: session.topic,
    chainId: 31337,
    question,
    expiresAt: inFiveMinutes(),
  })
  const text = (session: WalletSession, words = 'Hello\nthere'): WalletQuestion => ({
    type: 'sign-message',
    account: accountOf(session),
    text: words,
  })
  const payment = (session: WalletSession, value = 5n): WalletQuestion => ({
    type: 'send-call',
    call: { from: accountOf(session), to: DEAD, data: '0x', value },
  })
  /** A test with a bot and a bound person. */
  const bound = (
    title: string,
    run: (it: { bot: WalletBot; name: string; session: WalletSession }) => Promise<void>,
  ): void =>
    void test(title, async () => {
      const bot = await world().startBot()
      const { name } = await person()
      try {
        await run({ bot, name, session: await bind(bot, name) })
      } finally {
        await bot.close()
      }
    })
  const unbound = (
    title: string,
    run: (it: { bot: WalletBot; name: string }) => Promise<void>,
  ): void =>
    void test(title, async () => {
      const bot = await world().startBot()
      const { name } = await person()
      try {
        await run({ bot, name })
      } finally {
        await bot.close()
      }
    })
  const transaction = (hash: string) =>
    world().chain.request<{ from: string; to: string; value: string } | null>(
      'eth_getTransactionByHash',
      [hash],
    )

  return { person, bind, askFor, text, payment, bound, unbound, transaction }
}
