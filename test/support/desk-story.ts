import type { DriverClient } from '../../src/sandbox/driver/client.ts'
import type { Phone } from '../../src/sandbox/driver/phone.ts'
import { linkTo } from './patient-buyer.ts'

/** Somebody buys one of these goods through its link; the first time they bind their wallet on the way. */
export async function buys(
  driver: DriverClient,
  phone: Phone,
  { goods, isBound, isNative = false }: { goods: string; isBound: boolean; isNative?: boolean },
): Promise<void> {
  await phone.starts(await linkTo(driver, goods))
  const before = await receipts(driver, phone)
  await phone.presses(/^(Pay|支付) /)
  if (!isBound) {
    await phone.presses('MetaMask')
    await phone.approves('session')
    await phone.approves('sign')
  }
  if (!isNative) await phone.approves('send')
  await phone.approves('send')
  await phone.until('one more receipt', async () =>
    (await receipts(driver, phone)) > before ? true : undefined,
  )
}

async function receipts(driver: DriverClient, phone: Phone): Promise<number> {
  const found = await driver.messages(phone.person, await phone.botChat())
  return found.filter(({ text }) => /^🧾/.test(text)).length
}

/** A person's stablecoins, as the chain has them. */
export async function coinsOf(driver: DriverClient, phone: Phone): Promise<string | undefined> {
  const { people } = await driver.ledger()
  return people.find(({ person }) => person === phone.person)?.coins
}

/** What a right is in, as the chain has it. */
export async function stateOf(
  driver: DriverClient,
  name: string,
  serial: number,
): Promise<string | undefined> {
  const { rights } = await driver.ledger()
  return rights.find((each) => each.name === name && each.serial === serial)?.state
}

/** All that somebody can read in the chat with the bot. */
export async function screenOf(driver: DriverClient, phone: Phone): Promise<string> {
  const found = await driver.messages(phone.person, await phone.botChat())
  return found.map(({ text }) => text).join('\n---\n')
}
