import type { Person } from './accounts.ts'
import { createPersonButtons } from './person-buttons.ts'
import { createPersonChats } from './person-chats.ts'
import { createPersonContacts } from './person-contacts.ts'
import { createPersonInline } from './person-inline.ts'
import { createPersonMessages } from './person-messages.ts'
import type { World } from './world.ts'

/**
 * Everything one person can see and do, by what their screen shows. Callback data, tokens and the ids of
 * queries never come out of it. Acts throw a PersonRefusal when the screen would not offer them.
 */
export function createPersonHandle(world: World, person: Person) {
  const actor = { world, person }
  const chats = createPersonChats(actor)
  const targets = () =>
    chats.chats().map(({ chatId, kind }) => ({
      chatId,
      isBot: kind === 'bot',
      isGroup: kind === 'group' || kind === 'supergroup',
    }))
  return {
    id: person.id,
    name: person.firstName,
    username: person.username,
    languageCode: person.languageCode,
    ...chats,
    ...createPersonMessages(actor),
    ...createPersonContacts(actor),
    ...createPersonButtons(actor, targets),
    ...createPersonInline(actor),
  }
}

/** One person's hands and eyes. */
export type PersonHandle = ReturnType<typeof createPersonHandle>
