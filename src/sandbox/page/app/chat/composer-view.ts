import type { ChatView } from '../../../telegram/types.ts'
import { fieldOf } from '../core/field.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'
import { answeringBar, stopAnswering } from './answering-bar.ts'
import { commandMenu } from './command-menu.ts'
import { inlineStrip } from './inline-strip.ts'

/** Where to write; or START, where nothing else may be done. */
export function composerView(page: PageContext, phone: PhoneState, chat: ChatView): HTMLElement {
  const { act, t } = page
  const { person } = phone.person
  if (chat.canStart) {
    return h(
      'footer',
      { class: 'composer', key: 'start' },
      h(
        'button',
        { class: 'start', type: 'button', 'data-home': '', onclick: () => void act.start(person) },
        t('start'),
      ),
    )
  }
  if (chat.isBlocked) {
    const unblock = () => void act.setBlocked(person, false)
    return h(
      'footer',
      { class: 'composer', key: 'blocked' },
      h('button', { class: 'start', type: 'button', onclick: unblock }, t('unblockBot')),
    )
  }
  return h(
    'footer',
    { class: 'composer', key: `composer-${chat.chatId}` },
    inlineStrip(page, phone),
    commandMenu(page, phone, chat),
    replyKeys(page, phone, chat),
    answeringBar(page, phone),
    h(
      'form',
      { class: 'field', onsubmit: (event: Event) => send(event, page, phone) },
      chat.commands.length > 0
        ? h(
            'button',
            {
              class: 'plain slash',
              type: 'button',
              'aria-label': t('commands'),
              'aria-expanded': String(phone.isMenuOpen),
              onclick: () => act.toggleMenu(person),
            },
            '/',
          )
        : null,
      attach(page, phone),
      h('textarea', {
        id: `field-${person}`,
        rows: 1,
        placeholder: chat.forceReply?.placeholder ?? chat.keyboard?.placeholder ?? t('message'),
        'aria-label': t('messageTo', { title: chat.title }),
        autocomplete: 'off',
        oninput: () => act.type(person, fieldOf(person)?.value ?? ''),
        onkeydown: (event: KeyboardEvent) => fieldKey(event, page, phone),
      }),
      h(
        'button',
        {
          class: 'plain send',
          type: 'submit',
          'aria-label': t('send'),
          disabled: phone.draft.trim() === '',
        },
        icon('send'),
      ),
    ),
  )
}

function attach({ act, t }: PageContext, phone: PhoneState): HTMLElement {
  return h(
    'button',
    {
      class: 'plain attach',
      type: 'button',
      'aria-label': t('attach'),
      title: t('attach'),
      onclick: () => act.openSheet(phone.person.person, { type: 'attach' }),
    },
    icon('clip'),
  )
}

function replyKeys({ act }: PageContext, phone: PhoneState, chat: ChatView): HTMLElement | null {
  if (chat.keyboard === null) return null
  const { person } = phone.person
  return h(
    'div',
    { class: 'reply-keys', key: 'reply-keys' },
    chat.keyboard.rows.map((row) =>
      h(
        'div',
        { class: 'keys' },
        row.map(({ label, kind }) =>
          h(
            'button',
            {
              class: 'key',
              type: 'button',
              onclick: () => void (kind === 'text' ? act.pressKey : act.askContacts)(person, label),
            },
            kind === 'share-users' ? icon('people') : null,
            label,
          ),
        ),
      ),
    ),
  )
}

function fieldKey(event: KeyboardEvent, page: PageContext, phone: PhoneState): void {
  const { person } = phone.person
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event, page, phone)
  if (event.key === 'Escape' && (phone.strip !== null || phone.isMenuOpen)) {
    event.stopPropagation()
    page.act.closeStrip(person)
  } else if (event.key === 'Escape' && phone.answering !== null) {
    event.stopPropagation()
    stopAnswering(page, phone)
  }
  if (event.key === 'ArrowUp') {
    const menu = fieldOf(person)
      ?.closest('.composer')
      ?.querySelector<HTMLElement>('.menu button, .strip button')
    if (menu) event.preventDefault()
    menu?.focus()
  }
}

function send(event: Event, { act }: PageContext, phone: PhoneState): void {
  event.preventDefault()
  const { person } = phone.person
  const field = fieldOf(person)
  const text = field?.value.trim() ?? ''
  if (field === null || text === '') return
  field.value = ''
  act.type(person, '')
  void act.send(person, text)
}
