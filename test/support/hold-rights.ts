import type { DriverClient } from '../../src/sandbox/driver/client.ts'
import type { Insistence } from './insist.ts'
import { linkTo } from './patient-buyer.ts'

/** Lets somebody bind and buy honey, twenty rights at a time. */
export async function holdRights(
  driver: DriverClient,
  people: Insistence,
  person: string,
  twenties: number,
): Promise<void> {
  const { insist, presses, shows } = people
  const { bot } = await driver.pulse()
  const link = await linkTo(driver, 'Linden honey 250 g')
  for (let round = 0; round < twenties; round++) {
    const before = await people.newest(person)
    await driver.open(person, link)
    await driver.start(person, bot.id)
    const hasPlus = async () =>
      (await people.messages(person)).some(
        ({ messageId, buttons }) =>
          messageId > before && buttons.flat().some(({ label }) => label === '+'),
      )
    await insist('the quote', async () => {}, hasPlus)
    for (let quantity = 1; quantity < 20; quantity++) await presses(person, '+')()
    await insist(
      'twenty',
      async () => {},
      async () =>
        (await people.messages(person)).some(({ buttons }) =>
          buttons.flat().some(({ label }) => label === 'Pay 0.08 ETH'),
        ),
    )
    await insist(
      'paying',
      presses(person, /^(Pay|MetaMask)/),
      shows(person, '20 rights are yours', before),
    )
  }
}
