import type { Story } from '../story.ts'

/** A post in a group, a wallet bound and three rights paid for, in one visit. */
export async function buy({ stage, sandbox, ben, showLedger }: Story): Promise<void> {
  stage.scene('A post in a group')
  stage.line(
    'Lin sells tea. She typed the bot’s name in the group and picked her goods; the bot is no member.',
  )
  const post = await ben.phone.seesIn(sandbox.group, 'Longjing')
  await stage.screen('Ben', post, '1-post')
  await showLedger()

  stage.scene('Ben opens the link')
  await ben.does('presses Buy, and START in the chat that opens.', async () => {
    await ben.phone.pressesIn(sandbox.group, 'Buy')
    await ben.starts()
  })
  await ben.sees('12 USDC', '2-quote')

  stage.scene('Three tins, a wallet bound and paid, in one visit')
  await ben.presses('+')
  await ben.phone.until('two', () => hasLabel(ben.phone, '2 ×'))
  await ben.presses('+')
  await ben.presses('Pay 36 USDC')
  await ben.sees('Choose your wallet')
  await ben.presses('MetaMask')
  for (const kind of ['session', 'sign', 'send', 'send'] as const) await ben.approves(kind)
  await ben.sees('Paid.')
  await ben.sees('Receipt', '3-receipt')
  await showLedger()
}

async function hasLabel(phone: Story['ben']['phone'], label: string): Promise<true | undefined> {
  const card = await phone.sees('Longjing')
  return card.buttons.flat().some((each) => each.label === label) ? true : undefined
}
