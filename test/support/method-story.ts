import type { DriverClient } from '../../src/sandbox/driver/client.ts'
import type { Phone } from '../../src/sandbox/driver/phone.ts'

const BOT = 'https://t.me/scrip_bot?start='

/** The link to somebody's space, from their account as the ledger has it. */
export async function spaceLink(driver: DriverClient, person: string): Promise<string> {
  return `${BOT}s${base64url(await accountOf(driver, person))}`
}

/** The link to a category: of somebody's space, or across spaces. */
export async function categoryLink(
  driver: DriverClient,
  person: string | null,
  category: number,
): Promise<string> {
  const number = category.toString(16).padStart(8, '0')
  if (person === null) return `${BOT}k${base64url(number)}`
  return `${BOT}c${base64url((await accountOf(driver, person)) + number)}`
}

/** The trade link in a text; null when there is none. */
export function typedLink(text: string): string | null {
  return /https:\/\/t\.me\/\S+start=[A-Za-z0-9_-]+/.exec(text)?.[0] ?? null
}

/** A person's stablecoins as a number. */
export async function coinsOf(driver: DriverClient, person: string): Promise<number> {
  const { people } = await driver.ledger()
  return Number(people.find((each) => each.person === person)?.coins.replace(' USDC', ''))
}

/** Who holds a right, as the chain has it; undefined for somebody outside this world. */
export async function holderOf(
  driver: DriverClient,
  name: string,
  serial: number,
): Promise<string | undefined> {
  const { people, rights } = await driver.ledger()
  const right = rights.find((each) => each.name === name && each.serial === serial)
  return people.find(({ account }) => account === right?.holder)?.person
}

async function accountOf(driver: DriverClient, person: string): Promise<string> {
  const { people } = await driver.ledger()
  return people.find((each) => each.person === person)?.account.slice(2) ?? ''
}

function base64url(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64url')
}

/** From the list of rights to one of them, in either language. */
export async function opensRight(phone: Phone, name: string, serial: number): Promise<void> {
  const list = await phone.seesAnswer(/Your rights|我的权益/, () => phone.says('/rights'))
  const label = new RegExp(`^${name} · (No\\. ${serial}|第 ${serial} 号)$`)
  await phone.seesAnswer(new RegExp(`^${name}(, No\\. ${serial}|，第 ${serial} 号)\\n`), () =>
    phone.pressesOn(list, label),
  )
}
