import { linkIn, type Story } from '../story.ts'

/** Somebody else pays, and a send that is taken back. */
export async function takeBack({ stage, sandbox, ben, mia }: Story): Promise<void> {
  stage.scene('Mia asks Ben to pay for a jar of honey')
  await mia.does('opens the honey from the group.', async () => {
    const post = await mia.phone.seesIn(sandbox.group, 'Linden honey')
    await sandbox.driver.press('recipient', sandbox.group, post.messageId, 'Buy')
    await mia.starts()
  })
  await mia.presses('找人代付')
  await mia.sees('请别人代付')
  await mia.phone.opensChatWith(ben.phone)
  const asked = await mia.phone.shares('选择聊天', 'Ben')
  await ben.starts(linkIn(asked))
  await ben.sees('You pay for somebody else')
  await ben.presses('Pay 0.004 ETH')
  await ben.approves('send')
  await ben.sees('for somebody else. They hold the right now.')
  await mia.sees(/权益归您了/)

  stage.scene('Mia sends it to Gus, and thinks better of it')
  await mia.presses('查看')
  await mia.phone.sees(/Linden honey[\s\S]*状态：由您持有/)
  await mia.presses('转送')
  await mia.presses('🎁 送礼')
  await mia.approves('send')
  await mia.sees('已在链上锁定')
  await mia.presses('收回')
  await mia.approves('send')
  await mia.sees('权益重新归您')
}
