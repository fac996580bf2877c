import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { id } from 'ethers'
import type { Account } from '../../domain/ids.ts'
import { publishCall } from '../../domain/rights-calls.ts'
import type { Driver } from '../driver/driver.ts'
import { keyOf } from '../wallets/account-of.ts'
import { SANDBOX_MNEMONIC } from '../world/world.ts'
import { type SeedSeries, seedSeries } from './goods.ts'

const COIN = 1_000_000n
const ETHER = 10n ** 18n

/**
 * Fills the world as it is first met: three people, a seller with a published space and a bound wallet, and a group with
 * two posts in it. The seller does all of it as any seller would: taps, signs, types the bot's name in the group.
 */
export async function seed(driver: Driver): Promise<{ group: number }> {
  await driver.addPerson({
    person: 'seller',
    name: 'Lin',
    role: 'seller',
    locale: 'en',
    native: ETHER,
  })
  await driver.addPerson({
    person: 'buyer',
    name: 'Ben',
    role: 'buyer',
    locale: 'en',
    native: ETHER,
    coin: 100n * COIN,
  })
  await driver.addPerson({
    person: 'recipient',
    name: 'Mia',
    role: 'recipient',
    locale: 'zh-hans',
    native: ETHER,
    coin: 30n * COIN,
  })

  const { stage } = driver.world
  const goods = await seedSeries(stage.coin, arbiterAccount())
  for (const series of goods) await publish(driver, series)
  await driver.startBot()
  await bindSeller(driver)
  const posted = goods.filter(({ isPosted }) => isPosted)
  return {
    group: await postToGroup(
      driver,
      posted.map((each) => each.goods.name),
    ),
  }
}

/** Somebody outside the first screen: whoever is added to the world as `arbiter` has this account. */
function arbiterAccount(): Account {
  return keyOf('arbiter', SANDBOX_MNEMONIC).address as Account
}

async function publish(driver: Driver, series: SeedSeries): Promise<void> {
  const { goods, terms, picture } = series
  const { world } = driver
  if (picture !== null) writeFileSync(join(world.pictures, `${goods.pictureHash}.jpg`), picture)
  const call = publishCall(world.stage.rights, { goods, terms, salt: id(goods.productNumber) })
  await world.chain.send(keyOf('seller', SANDBOX_MNEMONIC).privateKey, call)
}

async function bindSeller(driver: Driver): Promise<void> {
  const { world } = driver
  const seller = driver.handle('seller')
  const opened = await driver.open('seller', `https://t.me/${world.bot.username}`)
  if (opened.type !== 'chat') throw new Error('the bot cannot be found')
  const { chatId: chat } = opened
  seller.start(chat)
  seller.sendText(chat, '/wallet')
  const card = await until(driver, () =>
    seller.messages(chat).find((each) => each.buttons.flat().some(({ kind }) => kind === 'copy')),
  )
  await driver.press('seller', chat, card.messageId, card.buttons.flat()[0]?.label ?? '')
  for (const kind of ['session', 'sign'] as const) {
    const prompt = await until(driver, async () => {
      const { prompts } = await world.wallets.view('seller')
      return prompts.find((each) => each.kind === kind)
    })
    await world.wallets.decide('seller', prompt.id, 'approve')
  }
  await until(driver, () => seller.messages(chat).find(({ text }) => text.includes('✅')))
}

async function postToGroup(driver: Driver, names: readonly string[]): Promise<number> {
  const seller = driver.handle('seller')
  const others = ['buyer', 'recipient'].map((each) => driver.handle(each).id)
  const { chatId: group } = seller.createGroup('Hangzhou tea & honey', others)
  for (const name of names.toReversed()) {
    const strip = await until(driver, async () => {
      const found = await driver.inline('seller', group, `@${driver.world.bot.username} ${name}`)
      return found.results.length > 0 ? found : undefined
    })
    await seller.chooseInline(strip.id, 0)
  }
  return group
}

/** Waits for something to be seen; looks again whenever anything has changed. */
async function until<T>(
  driver: Driver,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const cursor = driver.log.cursor()
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error('the seller waited in vain')
    await driver.log.read(cursor, 1000)
  }
}
