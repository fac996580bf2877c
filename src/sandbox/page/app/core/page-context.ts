import type { Actions } from './actions.ts'
import type { PageState } from './state.ts'
import type { Translate } from './translate.ts'

/** What every view is drawn from: the state, what can be done, and the words. Views keep nothing themselves. */
export type PageContext = { state: PageState; act: Actions; t: Translate }
