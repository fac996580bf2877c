import type { ChatView } from '../../../telegram/types.ts'
import { fieldOf } from '../core/field.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'
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
  return h(
    'footer',
    { class: 'composer', key: `composer-${chat.chatId}` },
    inlineStrip(page, phone),
    commandMenu(page, phone, chat),
    replyKeys(page, phone, chat),
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
  const { person } = phone.person
  return h(
    'label',
    { class: 'plain attach', title: t('attach') },
    icon('clip'),
    h('input', {
      class: 'unseen',
      type: 'file',
      accept: 'image/*',
      'aria-label': t('attach'),
      onchange: (event: Event) => {
        const input = event.target
        const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined
        if (file === undefined || !(input instanceof HTMLInputElement)) return
        const field = fieldOf(person)
        void act.sendPhoto(person, file, field?.value.trim() ?? '')
        input.value = ''
        if (field !== null) field.value = ''
        act.type(person, '')
      },
    }),
  )
}

function replyKeys({ act }: PageContext, phone: PhoneState, chat: ChatView): HTMLElement | null {
  if (chat.keyboard === null) return null
  return h(
    'div',
    { class: 'reply-keys', key: 'reply-keys' },
    chat.keyboard.rows.map((row) =>
      h(
        'div',
        { class: 'keys' },
        row.map(({ label }) =>
          h(
            'button',
            {
              class: 'key',
              type: 'button',
              onclick: () => void act.pressKey(phone.person.person, label),
            },
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
