import assert from 'node:assert/strict'
import { openRight } from '../open-right.ts'
import type { Story } from '../story.ts'

/** Three rights under one code at the desk, and the same code once more. */
export async function pickUp({ stage, ben, lin }: Story): Promise<void> {
  stage.scene('Ben wants his three tins now')
  await openRight(ben, 'Longjing 100 g', 1)
  await ben.presses('Get it')
  await ben.sees('At the shop you show a code')
  await ben.presses('All 3 at once')
  await ben.sees('3 × Longjing')
  await ben.presses('Pick up at the shop')
  await ben.approves('send')
  const code = await ben.sees('Show this code at the shop', '4-code')

  stage.scene('At the desk')
  await lin.does('points her camera at Ben’s phone, and presses START.', async () => {
    await lin.phone.scans(ben.phone, 'Show this code at the shop')
    await lin.starts()
  })
  await lin.sees('Unused')
  await lin.does(
    'looks at the tins, presses Handed over, and gives them to Ben. No wallet opens.',
    () => lin.phone.presses('Handed over'),
  )
  await lin.sees('Handed over: 3 × Longjing')
  await ben.sees('The rights are burned', '5-used')

  stage.scene('Somebody shows the same code again')
  const typed = /h[A-Za-z0-9_-]{32}/.exec(code.text)?.[0]
  assert.ok(typed, 'the code can be typed')
  await lin.says(typed)
  await lin.sees('do not hand over again')
}
