import { strict as assert } from 'node:assert'
import type { ShelfKind } from '../../driver/shelf-pictures.ts'
import type { MessageView } from '../../telegram/types.ts'
import type { Story } from '../story.ts'

/** Photos instead of links: a code on a screen, a product on a table, and something that nobody sells. */
export async function photograph(story: Story): Promise<void> {
  const { stage, ben } = story

  stage.scene('Ben photographs a screen from the third row')
  await sends(story, 'code', 'the projected slide', 'There is a trade link in this picture')
  await ben.sees(/^Longjing 100 g[\s\S]*paid at once/, 'photo-code')

  stage.scene('A jar on a friend’s breakfast table, and no code')
  stage.line('Lin published one picture of it: from the front, in daylight, on another table.')
  const answer = await sends(story, 'product', 'the jar', /Is it|looks like/)
  assert.match(answer.text, /Linden honey 250 g/)
  const candidate = answer.buttons.flat().find(({ label }) => label.startsWith('Linden honey'))
  // What it is sure of it opens by itself.
  if (candidate !== undefined) await ben.presses(candidate.label)
  await ben.sees(/^Linden honey 250 g[\s\S]*paid at once/, 'photo-product')

  stage.scene('Something that nobody sells')
  const unsure = await sends(story, 'nonsense', 'a cat', 'I am not sure what this is')
  assert.doesNotMatch(unsure.text, /Longjing|Linden/)
}

/** Ben sends a picture of the shelf, and how long the answer took is said under it. */
async function sends(
  { stage, sandbox, ben }: Story,
  kind: ShelfKind,
  what: string,
  words: string | RegExp,
): Promise<MessageView> {
  const bytes = await sandbox.driver.shelf(kind)
  let sentAt = 0
  const answer = await ben.answers(words, () =>
    ben.does(`sends a photo: ${what}.`, async () => {
      sentAt = performance.now()
      await ben.phone.sendsPhoto({ bytes })
    }),
  )
  stage.line(`${((performance.now() - sentAt) / 1000).toFixed(1)} s after the photo.`)
  return answer
}
