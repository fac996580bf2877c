import type { PageContext } from '../core/page-context.ts'
import { type ShelfKind, shelfUrl } from '../core/sending-actions.ts'
import type { PhoneState } from '../core/state.ts'
import type { TextKey } from '../core/texts-en.ts'
import { h } from '../dom/h.ts'
import { fileRow } from './file-row.ts'

const shelf: readonly { kind: ShelfKind; label: TextKey }[] = [
  { kind: 'code', label: 'shelfCode' },
  { kind: 'product', label: 'shelfProduct' },
  { kind: 'nonsense', label: 'shelfNonsense' },
]

/** What can be sent besides words: the photo shelf, one's own photos, a file. */
export function attachSheet({ state, act, t }: PageContext, phone: PhoneState): HTMLElement {
  const { person } = phone.person
  const isForSale = state.ledger.series.some(({ sold, limit }) => sold < limit)
  const pictures = shelf.filter(({ kind }) => kind !== 'code' || isForSale)
  return h(
    'div',
    {},
    h(
      'ul',
      { class: 'shelf' },
      pictures.map(({ kind, label }) =>
        h(
          'li',
          { key: kind },
          h(
            'button',
            { type: 'button', onclick: () => void act.sendShelf(person, kind) },
            h('img', { src: shelfUrl(kind), alt: '', width: 96, height: 84 }),
            h('span', {}, t(label)),
          ),
        ),
      ),
    ),
    h(
      'ul',
      { class: 'chooser' },
      fileRow({
        sign: 'photo',
        label: t('ownPhotos'),
        accept: 'image/*',
        isMultiple: true,
        choose: (files) => void act.sendPhotos(person, files),
      }),
      fileRow({
        sign: 'file',
        label: t('ownFile'),
        isMultiple: false,
        choose: ([file]) => {
          if (file !== undefined) void act.sendFile(person, file)
        },
      }),
    ),
  )
}
