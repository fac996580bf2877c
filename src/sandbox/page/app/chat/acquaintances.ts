import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import type { Candidate } from './people-choice.ts'

/** Everybody else of the world, the bot included. */
export function acquaintances({ state }: PageContext, phone: PhoneState): Candidate[] {
  const others = state.phones
    .filter((each) => each !== phone)
    .map(({ person }) => ({ id: person.telegramId, name: person.name, isBot: false }))
  return [...others, { id: state.bot.id, name: `@${state.bot.username}`, isBot: true }]
}
