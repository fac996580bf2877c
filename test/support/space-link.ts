import type { DriverClient } from '../../src/sandbox/driver/client.ts'

/** Somebody's account, as the world knows it. */
export async function accountOf(driver: DriverClient, person: string): Promise<string> {
  const { people } = await driver.world()
  const found = people.find((each) => each.person === person)
  if (found === undefined) throw new Error(`there is nobody called ${person}`)
  return found.account
}

/** A link to a space, or to a category of it, that names a contributor. */
export function spaceLink(parts: {
  account: string
  category?: number
  contributor?: string
}): string {
  const { account, category, contributor } = parts
  const number = category === undefined ? '' : category.toString(16).padStart(8, '0')
  const bytes = `${account.slice(2)}${number}${contributor?.slice(2) ?? ''}`
  const letter = category === undefined ? 's' : 'c'
  return `https://t.me/scrip_bot?start=${letter}${Buffer.from(bytes, 'hex').toString('base64url')}`
}
