import { openRight } from '../open-right.ts'
import type { Story } from '../story.ts'

/** A holder sells a right on in the group, and somebody pays her for it. */
export async function resell({ stage, sandbox, ben, mia, showLedger }: Story): Promise<void> {
  stage.scene('Mia prefers coffee, and sells the right on')
  await openRight(mia, 'Longjing 100 g', 1)
  await mia.presses('转售')
  await mia.says('11')
  await mia.sees('您的钱包把报价放到链上')
  await mia.presses('转售')
  await mia.approves('send')
  await mia.sees('已开始转售')
  await mia.does('posts it in the group.', () => mia.phone.shares('选择聊天', sandbox.group))
  await ben.does('presses Buy under it, and START.', async () => {
    await ben.phone.pressesIn(sandbox.group, '购买')
    await ben.starts()
  })
  await ben.sees('sold on by')
  await ben.presses('Pay 11 USDC')
  for (const kind of ['send', 'send'] as const) await ben.approves(kind)
  await ben.sees(/Receipt[\s\S]*Paid: 11 USDC/)
  await mia.sees(/已转售/)
  await showLedger()
}
