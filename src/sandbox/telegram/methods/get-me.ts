import { userWire } from '../accounts.ts'
import type { Method } from './method.ts'

/** The bot about itself. */
export const getMe: Method = {
  supported: [],
  run: ({ bot }) => ({
    ...userWire(bot),
    can_join_groups: bot.canJoinGroups,
    can_read_all_group_messages: !bot.privacyMode,
    supports_inline_queries: bot.inlineMode,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),
}
