import type { ChatView } from '../../../telegram/types.ts'
import { fieldOf } from '../core/field.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'

/** The commands behind a slash, narrowed by what is typed. */
export function commandMenu(
  { act, t }: PageContext,
  phone: PhoneState,
  chat: ChatView,
): HTMLElement | null {
  const typed = /^\/(\w*)$/.exec(phone.draft)?.[1]
  if (typed === undefined && !phone.isMenuOpen) return null
  const isGroup = chat.kind !== 'bot'
  const fitting = chat.commands.filter(({ command }) => command.startsWith(typed ?? ''))
  if (fitting.length === 0) return null
  return h(
    'ul',
    { class: 'menu', key: 'menu', 'aria-label': t('commands') },
    fitting.map(({ command, description, bot }) =>
      h(
        'li',
        { key: command },
        h(
          'button',
          {
            type: 'button',
            onclick: () => {
              const field = fieldOf(phone.person.person)
              if (field !== null) field.value = ''
              act.type(phone.person.person, '')
              void act.send(phone.person.person, `/${command}${isGroup ? `@${bot}` : ''}`)
              field?.focus()
            },
          },
          h('b', {}, `/${command}`),
          h('span', {}, description),
        ),
      ),
    ),
  )
}
