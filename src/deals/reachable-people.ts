import type { ChatId, PersonId } from '../domain/ids.ts'
import { privateChat } from '../domain/private-chat.ts'
import type { Person, Unit } from '../ports/store.ts'
import type { Texts } from '../ports/texts.ts'

/** Somebody to write to unasked: the private chat, and the texts in their own language. */
export type ReachablePerson = { person: Person; chat: ChatId; texts: Texts }

/** Those of the people that can be written to, in the same order; who stopped the bot is passed over. */
export async function reachablePeople(
  unit: Unit,
  texts: (locale: string) => Texts,
  ids: Iterable<PersonId>,
): Promise<ReachablePerson[]> {
  const found: ReachablePerson[] = []
  for (const id of ids) {
    const person = await unit.people.load(id)
    if (person === null || !person.reachable) continue
    found.push({ person, chat: privateChat(id), texts: texts(person.locale) })
  }
  return found
}
