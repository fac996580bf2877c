import { type Account, userWire } from './accounts.ts'
import type { Membership } from './chat-state.ts'
import type { Wire } from './wire.ts'

const nothingAllowed = {
  can_send_messages: false,
  can_send_audios: false,
  can_send_documents: false,
  can_send_photos: false,
  can_send_videos: false,
  can_send_video_notes: false,
  can_send_voice_notes: false,
  can_send_polls: false,
  can_send_other_messages: false,
  can_add_web_page_previews: false,
  can_react_to_messages: false,
  can_edit_tag: false,
  can_change_info: false,
  can_invite_users: false,
  can_pin_messages: false,
  can_manage_topics: false,
  until_date: 0,
}

/** The ChatMember object for one way of belonging; none is `left`. */
export function memberWire(account: Account, membership: Pick<Membership, 'status'> | null): Wire {
  const user = userWire(account)
  const status = membership?.status ?? 'left'
  if (status === 'creator') return { status, user, is_anonymous: false }
  if (status === 'kicked') return { status, user, until_date: 0 }
  if (status === 'restricted') return { status, user, is_member: true, ...nothingAllowed }
  if (status !== 'administrator') return { status, user }
  return {
    status,
    user,
    can_be_edited: false,
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_video_chats: false,
    can_restrict_members: true,
    can_promote_members: false,
    can_change_info: true,
    can_invite_users: true,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_pin_messages: true,
    can_send_welcome_messages: false,
  }
}
