import type { MessageEntity } from './message-entity.ts'

const commonEndings = new Set(
  `com org net info biz io co me app dev shop store xyz site online top club live tech art page link cloud
   eth art edu gov int mil name pro travel museum news blog wiki email world today life group team work
   ac ad ae af ag ai al am ao ar at au az ba bd be bg bh bn bo br bs bt bw by bz ca cc cd cf ch ci cl cm cn cr cu
   cv cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fm fr ga gd ge gf gg gh gi gl gm gn gp gq gr gt gu gy hk
   hm hn hr ht hu id ie il im in iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt
   lu lv ly ma mc md mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om
   pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su
   sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt
   za zm zw 中国 中國 香港 台湾 台灣 公司 网络 рф`.split(/\s+/),
)

// What may stand in a host: ASCII names, and any letter or sign of other scripts, so that an address that
// touches Chinese words runs into them, as it does on phones.
const hostCharacter = String.raw`[\w~\-]|[^\x00-\xbf\p{Z}\u2000-\u206f]|[\u200c\u200d\u2010-\u2015]`
const urlPattern = new RegExp(
  [
    String.raw`(?:(?<protocol>(?:(?<!\bs)http|https|(?<!\b[ts])ftp)://)|(?<!${hostCharacter}|[@/#.\p{L}\p{N}]))`,
    String.raw`(?<user>[^\s/[\]{}()'\u0060<>"@«»]+@)?`,
    String.raw`(?<host>(?:${hostCharacter})+(?:\.(?:${hostCharacter})+)+)`,
    String.raw`(?<port>:\d{1,5})?`,
    String.raw`(?<path>[/?#](?:[^\s<>"«»\p{Z}\u2000-\u206f]|[\u200c\u200d\u2010-\u2015])*)?`,
  ].join(''),
  'giu',
)

function trimPath(path: string): string {
  const depth: Record<string, number> = { ')': 0, ']': 0, '}': 0 }
  const opener: Record<string, string> = { '(': ')', '[': ']', '{': '}' }
  let end = path.length
  for (let i = 0; i < path.length; i++) {
    const c = path.charAt(i)
    const closes = opener[c]
    if (closes) depth[closes] = (depth[closes] ?? 0) + 1
    else if (c in depth) {
      depth[c] = (depth[c] ?? 0) - 1
      if ((depth[c] ?? 0) < 0) {
        end = i
        break
      }
    }
  }
  return path.slice(0, end).replace(/[.:;,('?!`]+$/, '')
}

function isHost(host: string, hasProtocol: boolean): boolean {
  const parts = host.split('.')
  if (parts.some((part) => part === '' || part.length > 63 || part.endsWith('-'))) return false
  if (parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part))) {
    return parts.every((part) => Number(part) <= 255)
  }
  const ending = (parts.at(-1) ?? '').toLowerCase()
  if (/^[\d.]*$/.test(host) || Array.from(ending).length < 2) return false
  if (parts.at(-2)?.includes('_')) return false
  if (ending.startsWith('xn--')) return /^xn--[a-z0-9]{2,}$/.test(ending)
  return !/[_-]/.test(ending) && (hasProtocol || commonEndings.has(ending))
}

function findUrls(text: string): MessageEntity[] {
  const found: MessageEntity[] = []
  for (const match of text.matchAll(urlPattern)) {
    const { protocol, user, host = '', port = '', path = '' } = match.groups ?? {}
    if (!isHost(host, protocol !== undefined)) continue
    const isEmail = user !== undefined && !protocol && !port && !path && /^[\w.+-]+@$/.test(user)
    const tail = trimPath(path)
    const length = (protocol ?? '').length + (user ?? '').length + host.length + port.length
    if (isEmail) found.push({ type: 'email', offset: match.index, length })
    else found.push({ type: 'url', offset: match.index, length: length + tail.length })
  }
  return found
}

function findAll(text: string, type: string, pattern: RegExp): MessageEntity[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    type,
    offset: match.index,
    length: match[0].length,
  }))
}

/** Finds what every Telegram client shows as a link: addresses, mentions, commands, hashtags, e-mail. */
export function findEntities(text: string): MessageEntity[] {
  const candidates = [
    ...findUrls(text),
    ...findAll(text, 'mention', /(?<![\p{L}\p{N}_])@[a-z0-9_]{2,32}(?![\p{L}\p{N}_])/giu),
    ...findAll(
      text,
      'bot_command',
      /(?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>@])/giu,
    ),
    ...findAll(
      text,
      'hashtag',
      /(?<![\p{L}\p{Nd}_])#(?=[\p{Nd}_]*\p{L})[\p{L}\p{Nd}_]{1,256}(?![\p{L}\p{Nd}_#])/giu,
    ),
    ...findAll(text, 'cashtag', /(?<![\p{L}\p{N}_$])\$[A-Z]{3,8}(?![\p{L}\p{N}_$])/gu),
  ].sort((a, b) => a.offset - b.offset || b.length - a.length)
  const kept: MessageEntity[] = []
  for (const entity of candidates) {
    const last = kept.at(-1)
    if (!last || entity.offset >= last.offset + last.length) kept.push(entity)
  }
  return kept
}
