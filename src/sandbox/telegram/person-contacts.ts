import type { Account } from './accounts.ts'
import { screenOf } from './chats.ts'
import { type Actor, chatOf, requireField } from './person-base.ts'
import { PersonRefusal } from './person-refusal.ts'
import { post } from './posting.ts'
import type { UsersRequest } from './reply-keyboards.ts'
import type { MessageView, NameView } from './types.ts'
import { messageView, nameView } from './views.ts'
import { wire } from './wire.ts'

/** Choosing people for a key that asks for them, by one person. */
export function createPersonContacts(actor: Actor) {
  const { world, person } = actor

  function requestOf(chatId: number, label: string): UsersRequest {
    const { keyboard } = screenOf(chatOf(actor, chatId), person.id)
    const request = keyboard?.rows.flat().find(({ text }) => text === label)?.users
    if (!request) throw new PersonRefusal('no-such-key', label)
    return request
  }

  /** Everybody else of the world stands in everybody's phone book; bots are there once they were started. */
  function choices({ userIsBot }: UsersRequest): Account[] {
    return [...world.accounts.values()].filter((account) => {
      const isBot = account.kind === 'bot'
      if (account === person || (isBot && !person.started.has(account.id))) return false
      return userIsBot === null || userIsBot === isBot
    })
  }

  function sharedWire(account: Account, { wantsName, wantsUsername }: UsersRequest) {
    return wire({
      user_id: account.id,
      first_name: wantsName ? account.firstName : null,
      last_name: wantsName ? account.lastName : null,
      username: wantsUsername ? account.username : null,
    })
  }

  return {
    /** Who can be chosen for a key that asks for people. @throws PersonRefusal `no-such-key` */
    contacts: (chatId: number, label: string): NameView[] =>
      choices(requestOf(chatId, label)).map(nameView),

    /** Answers a key that asks for people with the chosen ones; nobody's consent is asked, theirs included. */
    shareUsers(chatId: number, label: string, userIds: number[]): MessageView {
      const chat = chatOf(actor, chatId)
      const request = requestOf(chatId, label)
      const isRepeated = new Set(userIds).size < userIds.length
      if (userIds.length < 1 || userIds.length > request.maximum || isRepeated) {
        throw new PersonRefusal('too-many')
      }
      const offered = choices(request)
      const chosen = userIds.map((id) => {
        const account = offered.find((each) => each.id === id)
        if (!account) throw new PersonRefusal('no-such-contact', `${id}`)
        return account
      })
      requireField(actor, chat)
      const screen = screenOf(chat, person.id)
      if (screen.keyboard?.isOneTime) screen.keyboard = null
      const users = chosen.map((account) => sharedWire(account, request))
      const message = post(world, {
        chat,
        from: person,
        content: {
          type: 'service',
          fields: { users_shared: { request_id: request.requestId, users } },
          view: { type: 'users-shared', names: chosen.map(({ firstName }) => firstName) },
        },
      })
      return messageView(message, person.id)
    },
  }
}
