import type { ActionName } from '../domain/actions.ts'
import type { Button } from '../domain/card.ts'
import type { Deal } from '../domain/deal/deal.ts'
import type { Texts } from '../ports/texts.ts'

type Style = 'primary' | 'success' | 'danger'

/** A button about a deal; it carries the deal's epoch, so that an old one only refreshes its card. */
export function dealButton(deal: Deal, name: ActionName, label: string, style?: Style): Button {
  const action = { name, subject: deal.id, version: deal.epoch }
  return { type: 'action', label, action, ...(style === undefined ? {} : { style }) }
}

/** A button that is always right, whatever has happened since. */
export function plainButton(name: ActionName, label: string, subject = '', version = 0): Button {
  return { type: 'action', label, action: { name, subject, version } }
}

/**
 * The way to the other pages of a list; nothing when there is only one. The page (from 0) travels as the version, or in what
 * `versionOf` makes of it.
 */
export function pageRow(list: {
  name: ActionName
  subject: string
  page: number
  pages: number
  texts: Texts
  versionOf?: (page: number) => number
}): Button[][] {
  const { name, subject, page, pages, texts, versionOf = (wanted) => wanted } = list
  if (pages <= 1) return []
  const to = (label: string, wanted: number) =>
    plainButton(name, label, subject, versionOf((wanted + pages) % pages))
  const here = texts.plain('button-page', { page: page + 1, pages })
  return [[to('‹', page - 1), to(here, page), to('›', page + 1)]]
}
