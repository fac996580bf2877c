import type { InlineResultView } from '../../../telegram/types.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'
import { pictureUrl } from './photo-view.ts'

/** What a bot offers while its name is typed into the field. */
export function inlineStrip({ act, t }: PageContext, phone: PhoneState): HTMLElement | null {
  const { strip } = phone
  if (strip === null) return null
  const { person } = phone.person
  return h(
    'div',
    { class: 'strip', key: 'strip', role: 'group', 'aria-label': t('results', { bot: strip.bot }) },
    strip.button === null
      ? null
      : h(
          'button',
          { class: 'above', type: 'button', onclick: () => void act.pressStripButton(person) },
          strip.button,
        ),
    strip.results.length === 0 ? h('p', {}, t('noResults')) : null,
    strip.results.map((result) =>
      h(
        'button',
        {
          type: 'button',
          key: `${strip.id}-${result.index}`,
          onclick: () => void act.choose(person, result.index),
        },
        thumbnail(result),
        h('b', {}, result.title ?? ''),
        h('span', {}, result.description ?? ''),
      ),
    ),
  )
}

function thumbnail({ photo, thumbnailUrl }: InlineResultView): HTMLElement | null {
  const remote =
    thumbnailUrl === null ? null : `/driver/remote?url=${encodeURIComponent(thumbnailUrl)}`
  const source = photo === null ? remote : pictureUrl(photo.id)
  return source === null ? null : h('img', { src: source, alt: '', width: 96, height: 72 })
}
