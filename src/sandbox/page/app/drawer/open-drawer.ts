import type { PageContext } from '../core/page-context.ts'
import type { PageState } from '../core/state.ts'

/** Opens one side of the drawer, or closes it; the wire is read when it comes into sight. */
export function openDrawer({ act }: PageContext, which: PageState['drawer']): void {
  act.openDrawer(which)
  if (which === 'wire') void act.readWire().catch(() => undefined)
}
