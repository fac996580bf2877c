import type { ActionName } from '../domain/actions.ts'
import type { Button } from '../domain/card.ts'
import type { Deal } from '../domain/deal/deal.ts'

type Style = 'primary' | 'success' | 'danger'

/** A button about a deal; it carries the deal's epoch, so that an old one only refreshes its card. */
export function dealButton(deal: Deal, name: ActionName, label: string, style?: Style): Button {
  const action = { name, subject: deal.id, version: deal.epoch }
  return { type: 'action', label, action, ...(style === undefined ? {} : { style }) }
}

/** A button that is always right, whatever has happened since. */
export function plainButton(name: ActionName, label: string, subject = ''): Button {
  return { type: 'action', label, action: { name, subject, version: 0 } }
}
