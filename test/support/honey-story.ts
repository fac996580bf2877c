import type { Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import type { Phone } from '../../src/sandbox/driver/phone.ts'

/** Somebody new binds a wallet. */
export async function bindsWallet(phone: Phone): Promise<void> {
  await phone.starts('https://t.me/scrip_bot')
  await phone.presses('Bind a wallet')
  await phone.presses('MetaMask')
  await phone.approves('session')
  await phone.approves('sign')
  await phone.sees('Bound')
}

/** Somebody with a wallet buys one honey: one call, because it is paid in the chain's own coin. */
export async function buysHoney({ driver }: Sandbox, phone: Phone): Promise<void> {
  const { series } = await driver.ledger()
  const id = series.find(({ name }) => name.startsWith('Linden honey'))?.id ?? ''
  const code = Buffer.from(id.slice(2), 'hex').toString('base64url')
  await phone.starts(`https://t.me/scrip_bot?start=r${code}`)
  await phone.presses(/^Pay /)
  await phone.seesAnswer('Receipt', () => phone.approves('send'))
}

/** The holder of one right sends it to a chat with somebody, as a gift or for a price; the link in that chat. */
export async function sendsHoney(
  phone: Phone,
  to: { person: string; name: string },
  price?: string,
): Promise<string> {
  const list = await phone.seesAnswer('Your rights', () => phone.says('/rights'))
  const right = await phone.seesAnswer('State: yours', () => phone.pressesOn(list, /^Linden/))
  const choice = await phone.seesAnswer(/^Send /, () => phone.pressesOn(right, 'Send'))
  if (price === undefined) {
    await phone.pressesOn(choice, '🎁 As a gift')
  } else {
    await phone.seesAnswer('What shall the recipient pay you?', () =>
      phone.pressesOn(choice, 'For a price'),
    )
    await phone.seesAnswer('Send for', () => phone.says(price))
    await phone.presses('Reserve it')
  }
  await phone.approves('send')
  await phone.sees('Reserved on the chain')
  await phone.opensChatWith(to)
  const posted = await phone.shares('Choose a chat', to.name)
  return /https:\/\/t\.me\/\S+start=\S+/.exec(posted.text)?.[0] ?? ''
}
