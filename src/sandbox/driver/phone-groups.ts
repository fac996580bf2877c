import type { DriverClient } from './client.ts'
import type { PhoneScreen, Place } from './phone-screen.ts'

/** Groups, and what a person may do with the bot in them, on one person's phone. */
export function createPhoneGroups(driver: DriverClient, person: string, screen: PhoneScreen) {
  const { botChat, chatAt } = screen
  const self = async (): Promise<number> => {
    const { people } = await driver.world()
    return people.find((each) => each.person === person)?.telegramId ?? 0
  }
  return {
    blocksBot: async () => driver.block(person, await botChat(), true),
    unblocksBot: async () => driver.block(person, await botChat(), false),
    /** Makes a group with these people of the world, by the driver's names, and gives its id. */
    async createsGroup(title: string, members: string[] = []) {
      const { people } = await driver.world()
      const chosen = people.filter((each) => members.includes(each.person))
      const ids = chosen.map(({ telegramId }) => telegramId)
      return (await driver.createGroup(person, title, ids)).chatId
    },
    /** Adds the bot; a payload is the one of a `startgroup` link. */
    addsBot: async (group: Place, payload?: string) =>
      driver.addToGroup(person, await chatAt(group), await botChat(), payload),
    makesBotAdministrator: async (group: Place, on = true) =>
      driver.administrator(person, await chatAt(group), await botChat(), on),
    mutesBot: async (group: Place, on = true) =>
      driver.mute(person, await chatAt(group), await botChat(), on),
    removesBot: async (group: Place) =>
      driver.removeFromGroup(person, await chatAt(group), await botChat()),
    leaves: async (group: Place) =>
      driver.removeFromGroup(person, await chatAt(group), await self()),
    deletesGroup: async (group: Place) => driver.deleteGroup(person, await chatAt(group)),
  }
}
