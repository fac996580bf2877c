import { linkIn, type Story } from '../story.ts'

/** A gift bought straight away, for somebody who has no wallet at all. */
export async function giftAtShop({ stage, sandbox, ben, lin, gus }: Story): Promise<void> {
  stage.scene('A gift for Gus, who has no wallet')
  await ben.does('opens the honey from the group.', async () => {
    const post = await ben.phone.seesIn(sandbox.group, 'Linden honey')
    await sandbox.driver.press('buyer', sandbox.group, post.messageId, 'Buy')
    await ben.starts()
  })
  await ben.sees('Linden honey 250 g')
  await ben.presses('🎁 As a gift')
  await ben.sees('As a gift: you pay and get a link for each right')
  await ben.presses('Pay 0.004 ETH')
  await ben.approves('send')
  await ben.sees('Your gift is ready')
  await ben.phone.opensChatWith(gus.phone)
  const posted = await ben.phone.shares('Choose a chat', 'Gus')
  await gus.starts(linkIn(posted))
  await gus.sees('A gift for you')
  await gus.presses('Use at the shop')
  await gus.sees('Show this code at the shop', '6-gift')
  await lin.does('scans it.', async () => {
    await lin.phone.scans(gus.phone, 'Show this code at the shop')
    await lin.starts()
  })
  await lin.sees('A gift, shown by its recipient')
  await lin.presses('Handed over')
  await lin.approves('send')
  await lin.sees('Handed over: 1 × Linden honey')
  await gus.sees('The right is burned')
}
