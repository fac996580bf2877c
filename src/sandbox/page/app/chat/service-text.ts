import type { MessageView } from '../../../telegram/types.ts'
import type { Translate } from '../core/translate.ts'

/** What a line about the chat itself says. */
export function serviceText(t: Translate, message: MessageView): string {
  const { service, from } = message
  switch (service?.type) {
    case 'group-created':
      return t('groupCreated', { name: from.name, title: service.title })
    case 'members-added':
      return t('memberAdded', {
        name: from.name,
        who: service.who.map(({ name }) => name).join(', '),
      })
    case 'member-left':
      return t('memberLeft', { name: service.who.name })
    case 'group-upgraded':
      return t('groupUpgraded')
    case 'users-shared':
      return t('usersShared', { who: service.names.join(', ') })
    case 'message-pinned':
      return t('messagePinned', { name: from.name, text: service.text.slice(0, 40) || t('photo') })
    default:
      return ''
  }
}
