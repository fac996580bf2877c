import type { Story } from '../story.ts'

const ADDRESS = 'Ben Okafor, 5 Canal Street, Hangzhou 310000, China'

/** A good that is sent: an address for one seller's eyes, a signed answer, the lock, the parcel. */
export async function deliver({ stage, sandbox, ben, lin, showLedger }: Story): Promise<void> {
  stage.scene('Something that is sent')
  const { series } = await sandbox.driver.ledger()
  const id = series.find(({ name }) => name.startsWith('Gaiwan'))?.id ?? ''
  const payload = Buffer.from(id.slice(2), 'hex').toString('base64url')
  await ben.does('pastes a link.', () => ben.phone.says(`https://t.me/scrip_bot?start=r${payload}`))
  await ben.presses('Pay 18 USDC')
  for (const kind of ['send', 'send'] as const) await ben.approves(kind)
  await ben.phone.until('the receipt', async () => {
    const shown = await sandbox.driver.messages('buyer', await ben.phone.botChat())
    return shown.find(({ text }) => text.includes('Receipt') && text.includes('Gaiwan'))
  })
  await ben.presses('Get it')
  await ben.sees('Where to?')
  await ben.says(ADDRESS)
  await ben.sees('Is this address correct?')
  await ben.presses('Ask the seller')

  stage.scene('Lin answers with her signature')
  await lin.sees('What does the delivery cost?')
  await lin.presses('Open it')
  await lin.sees('Delivery is asked for')
  await lin.presses('Name a fee')
  await lin.says('3')
  await lin.approves('sign')
  await lin.sees('The customer has your answer')
  await ben.sees('The seller delivers for 3 USDC')
  await ben.presses('Pay 3 USDC')
  for (const kind of ['send', 'send'] as const) await ben.approves(kind)
  await ben.sees('Locked for delivery.')

  stage.scene('On its way, and there')
  await lin.sees('Send it: Gaiwan')
  await lin.presses('Open it')
  await lin.phone.sees(/Accepted\. Send it/)
  await lin.presses('Shipped')
  await lin.says('SF-1234-5678')
  await lin.approves('send')
  await ben.sees('Tracking: SF-1234-5678')
  await ben.presses('Arrived')
  await ben.approves('send')
  await ben.sees(/Done\. The right is burned|Handed over: Gaiwan/)
  await showLedger()
}
