import { readFileSync } from 'node:fs'
import type { Story } from '../story.ts'

/** A new product from a photo with a caption, published with one signature and posted. */
export async function sell({ stage, sandbox, lin, showLedger }: Story): Promise<void> {
  stage.scene('Lin sells something new, from a photo')
  const bytes = readFileSync(new URL('../../seed/honey.jpg', import.meta.url))
  const caption = 'Acacia honey 500 g, 15 usdc, 20'
  await lin.does(`sends a photo with the caption: ${caption}`, () =>
    lin.phone.sendsPhoto({ bytes, caption }),
  )
  await lin.sees('in stock: 20', '7-draft')
  await lin.presses(/^✎ Production/)
  await lin.phone.sees('Who made it')
  await lin.says('Lin family hives, June 2026')
  await lin.sees('June 2026')
  await lin.presses('Publish')
  await lin.approves('send')
  await lin.sees('Published.')
  await lin.does('posts it in the group.', () => lin.phone.shares('Post to a group', sandbox.group))
  await stage.screen('Ben', await lin.phone.seesIn(sandbox.group, 'Acacia honey'))
  await showLedger()
}
