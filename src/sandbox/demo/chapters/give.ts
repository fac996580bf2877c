import { openRight } from '../open-right.ts'
import type { Story } from '../story.ts'

/** A gift from the wallet to somebody in a chat; she claims it without a coin of the chain. */
export async function give({ stage, ben, mia, showLedger }: Story): Promise<void> {
  stage.scene('Ben sends one tin to Mia')
  await openRight(ben, 'Longjing 100 g', 1)
  await ben.presses('Send')
  await ben.presses('🎁 As a gift')
  await ben.approves('send')
  await ben.sees('Reserved on the chain')
  await ben.phone.opensChatWith(mia.phone)
  await ben.does('chooses the chat with Mia.', () => ben.phone.shares('Choose a chat', 'Mia'))

  stage.scene('Mia opens it, in Chinese')
  const { chatId } = await mia.phone.opensChatWith(ben.phone)
  await stage.screen('Mia', await mia.phone.seesIn(chatId, 'I send you a right'))
  await mia.does('presses Open, and START.', async () => {
    await mia.phone.pressesIn(chatId, 'Open')
    await mia.starts()
  })
  await mia.sees('送您的礼物')
  await mia.presses('领取')
  await mia.presses('MetaMask')
  for (const kind of ['session', 'sign'] as const) await mia.approves(kind)
  stage.line(
    'Nothing to pay: the network is paid for her, and the claim key in the link is the proof.',
  )
  await mia.sees(/归您了。领取时间/)
  await ben.sees(/Claimed: /)
  await stage.screen('Mia', await mia.phone.seesIn(chatId, 'Claimed.'))
  await showLedger()
}
