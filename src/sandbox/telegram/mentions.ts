import type { Bot } from './accounts.ts'
import type { Content } from './chat-state.ts'
import type { FormattedText } from './message-entity.ts'
import type { World } from './world.ts'

function settle(world: World, bot: Bot, { text, entities }: FormattedText): FormattedText {
  const settled = entities.flatMap((entity) => {
    if (entity.userId === undefined) return [entity]
    const account = world.accounts.get(entity.userId)
    const isKnown = account && (account === bot || bot.met.has(account.id))
    return isKnown ? [{ ...entity, userName: account.firstName }] : []
  })
  return { text, entities: settled }
}

/** Gives mentions by id their names; a mention of somebody the bot never met stays plain text. */
export function settleMentions(world: World, bot: Bot, content: Content): Content {
  if (content.type === 'service') return content
  if (content.type === 'text') return { ...content, text: settle(world, bot, content.text) }
  return { ...content, caption: settle(world, bot, content.caption) }
}
