import assert from 'node:assert/strict'
import type { Sandbox } from '../../src/sandbox/driver/open-sandbox.ts'
import { createPhone } from '../../src/sandbox/driver/phone.ts'

/** A stranger taps Buy in the group, binds, pays, and picks the good up at the desk. For a sandbox that was just opened. */
export async function buyAndPickUp({ driver, group }: Sandbox): Promise<void> {
  const buyer = createPhone(driver, 'buyer')
  const seller = createPhone(driver, 'seller')
  const posts = await driver.messages('buyer', group)
  const post = posts.find(({ text }) => text.includes('Longjing'))
  assert.ok(post?.photo, 'the post has a picture')
  const tapped = await driver.press('buyer', group, post.messageId, 'Buy')
  assert.equal(tapped.opened?.type, 'chat')
  await driver.start('buyer', await buyer.botChat())

  await buyer.sees('12 USDC')
  await buyer.presses('Pay 12 USDC')
  await buyer.presses('MetaMask')
  await buyer.approves('session')
  const { text } = (await buyer.approves('sign')) as { text: string }
  assert.match(text, /This moves no money/)
  await buyer.approves('send')
  await buyer.approves('send')
  await buyer.sees('Paid.')
  const receipt = await buyer.sees('Receipt')
  assert.ok(receipt.photo, 'the receipt has a picture')
  const paid = await driver.ledger()
  assert.equal(paid.people.find(({ person }) => person === 'buyer')?.coins, '88 USDC')
  assert.equal(paid.people.find(({ person }) => person === 'seller')?.coins, '12 USDC')

  await buyer.presses('Get it')
  await buyer.presses('Pick up at the shop')
  await buyer.approves('send')
  const code = await buyer.sees('Show this code at the shop')
  const scanned = await driver.scan('seller', {
    person: 'buyer',
    chat: await buyer.botChat(),
    message: code.messageId,
  })
  assert.equal(scanned.type, 'chat')
  await driver.start('seller', await seller.botChat())
  await seller.sees('Unused')
  // The secret is the authority and the network is paid for the desk: no wallet opens.
  await seller.presses('Handed over')
  await seller.sees('Handed over: 1 × Longjing')
  await buyer.sees('The right is burned')
  const burned = await driver.ledger()
  assert.equal(burned.rights[0]?.state, 'redeemed')
}
