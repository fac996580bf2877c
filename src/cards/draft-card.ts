import type { ActionName } from '../domain/actions.ts'
import type { Button, Card } from '../domain/card.ts'
import { cutText } from '../domain/clean-text.ts'
import type { Draft, DraftField } from '../domain/draft.ts'
import { type Preset, presets } from '../domain/preset-terms.ts'
import { shownText } from '../domain/shown-text.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'
import { fieldNames } from './field-names.ts'

/** A draft with what has to be looked up for it. */
export type DraftView = {
  draft: Draft
  texts: Texts
  /** Ready to be shown; null while there is none. */
  price: string | null
  category: string | null
  /** What is missing, or cannot be published as it is. */
  problems: readonly DraftField[]
  /** The category is of nothing that can be handed over. */
  isDigital: boolean
}

/** A caption has 1,024 characters: long texts are shown by their beginning. */
const SHOWN = 130

const edits: readonly (readonly [ActionName, DraftField, string])[] = [
  ['edit-name', 'name', 'button-edit-name'],
  ['edit-category', 'category', 'button-edit-category'],
  ['edit-number', 'product-number', 'button-edit-number'],
  ['edit-spec', 'specification', 'button-edit-spec'],
  ['edit-production', 'production', 'button-edit-production'],
  ['edit-price', 'price', 'button-edit-price'],
  ['edit-supply', 'supply', 'button-edit-supply'],
]

const terms: Readonly<Record<Preset, readonly [ActionName, string, string]>> = {
  'pick-up-today': ['terms-today', 'button-terms-today', 'draft-terms-today'],
  ships: ['terms-ships', 'button-terms-ships', 'draft-terms-ships'],
  'pre-order': ['terms-pre-order', 'button-terms-pre', 'draft-terms-pre-order'],
}

/** A product on its way to being published: what is known, what is missing, and a button for each. */
export function draftCard(view: DraftView): Card {
  const { draft, texts, problems, isDigital } = view
  const { pictureHash: hash } = draft
  const missing = fieldNames(texts, problems)
  const lines = [
    texts.html('draft', fieldsOf(view)),
    texts.html(terms[draft.preset][2]),
    isDigital ? texts.html('draft-digital') : texts.html('draft-physical'),
    problems.length > 0 ? texts.html('draft-missing', { fields: missing }) : '',
  ]
  return {
    html: lines.filter((line) => line !== '').join('\n\n'),
    buttons: [...editRows(view), ...termsRows(view), ...lastRows(view)],
    picture: hash === null ? null : { id: hash, type: 'stored', hash },
  }
}

/** A draft that was thrown away. */
export function discardedCard(texts: Texts, draft: Draft): Card {
  const { pictureHash: hash } = draft
  return {
    html: texts.html('draft-discarded', { name: shownText(draft.name ?? '', SHOWN) }),
    buttons: [],
    picture: hash === null ? null : { id: hash, type: 'stored', hash },
  }
}

function fieldsOf({ draft, texts, price, category }: DraftView) {
  const shown = (text: string | null) => {
    if (text === null || text === '') return texts.plain('draft-none')
    const short = cutText(text, SHOWN)
    return short === text ? text : `${short}…`
  }
  return {
    name: shown(draft.name),
    category: shown(category),
    number: shown(draft.productNumber),
    specification: shown(draft.specification),
    production: shown(draft.production),
    price: shown(price),
    supply: draft.supply === null ? texts.plain('draft-none') : String(draft.supply),
  }
}

function editRows({ draft, texts, problems }: DraftView): Button[][] {
  const buttons = edits.map(([name, field, label]) => {
    const mark = problems.includes(field) ? '❗' : ''
    return plainButton(name, `${texts.plain(label)}${mark}`, draft.id)
  })
  return [buttons.slice(0, 2), buttons.slice(2, 4), buttons.slice(4, 5), buttons.slice(5, 7)]
}

/** Three in a row are cut off on a phone. */
function termsRows({ draft, texts }: DraftView): Button[][] {
  const buttons = presets.map((preset) => {
    const [name, label] = terms[preset]
    const mark = preset === draft.preset ? '✓ ' : ''
    return plainButton(name, `${mark}${texts.plain(label)}`, draft.id)
  })
  return [buttons.slice(0, 1), buttons.slice(1)]
}

function lastRows({ draft, texts, problems, isDigital }: DraftView): Button[][] {
  const isReady = problems.length === 0 && !isDigital
  const publish = plainButton(
    'publish',
    texts.plain(isReady ? 'button-publish' : 'button-publish-not-yet'),
    draft.id,
  )
  return [
    [isReady && publish.type === 'action' ? { ...publish, style: 'success' } : publish],
    [plainButton('discard', texts.plain('button-discard'), draft.id)],
  ]
}
