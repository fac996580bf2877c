/** A link taken apart, or the Bot API's word for what is wrong with it. */
export type ParsedUrl =
  | {
      type: 'url'
      protocol: 'http' | 'https'
      userInfo: string
      host: string
      isIpv6: boolean
      /** 0 when not written. */
      port: number
      rest: string
    }
  | { type: 'wrong'; why: string }

function wrong(why: string): { type: 'wrong'; why: string } {
  return { type: 'wrong', why }
}

function splitPort(text: string): { before: string; port: number } {
  const match = /^(.+):([^:\]@]*)$/s.exec(text)
  if (!match) return { before: text, port: 0 }
  const port = Number(match[2])
  const isPort = /^\d+$/.test(match[2] ?? '') && port > 0 && port <= 65535
  return { before: match[1] ?? '', port: isPort ? port : -1 }
}

function partProblem(part: string, name: string): string | null {
  for (let i = 0; i < part.length; i++) {
    const c = part.charAt(i)
    if (/[\w.\-!$,~*'();&+=]/.test(c) || c > '\x7f' || (name === 'userinfo' && c === ':')) continue
    if (c !== '%') return `Disallowed character in URL ${name}`
    if (!/^[0-9a-f]{2}$/i.test(part.slice(i + 1, i + 3))) {
      return `Wrong percent-encoded symbol in URL ${name}`
    }
    i += 2
  }
  return null
}

/** Takes a link apart as Telegram does: without a protocol it is http. */
export function parseUrl(text: string, protocolOtherwise: 'http' | 'https' = 'http'): ParsedUrl {
  let protocol: string = protocolOtherwise
  let rest = text
  const prefix = /^([^:/?#@[\]]*):\/\//.exec(text)
  if (prefix) {
    protocol = (prefix[1] ?? '').toLowerCase()
    if (protocol !== 'http' && protocol !== 'https') return wrong('Unsupported URL protocol')
    rest = text.slice(prefix[0].length)
  }
  const end = rest.search(/[/?#]/)
  const { before, port } = splitPort(end < 0 ? rest : rest.slice(0, end))
  if (port < 0) return wrong('Wrong port number specified in the URL')
  const at = before.lastIndexOf('@')
  const userInfo = at < 0 ? '' : before.slice(0, at)
  const host = before.slice(at + 1).toLowerCase()
  const isIpv6 = host.startsWith('[') && host.endsWith(']')
  if (isIpv6 && !/^\[[0-9a-f:.]+:[0-9a-f:.]*\]$/.test(host)) {
    return wrong('Wrong IPv6 address specified in the URL')
  }
  if (host === '') return wrong('URL host is empty')
  if (host === '.') return wrong('Host is invalid')
  const problem = (isIpv6 ? null : partProblem(host, 'host')) ?? partProblem(userInfo, 'userinfo')
  if (problem) return wrong(problem)
  let path = end < 0 ? '' : rest.slice(end).trimEnd()
  if (!path.startsWith('/')) path = `/${path}`
  const encoded = Array.from(path, (c) => (c <= ' ' ? encodeURIComponent(c) : c)).join('')
  return {
    type: 'url',
    protocol: protocol === 'https' ? 'https' : 'http',
    userInfo,
    host,
    isIpv6,
    port,
    rest: encoded,
  }
}

/** Whether a link may stand on a button or under a text: its normal form, or why not. */
export function checkLink(
  link: string,
): { type: 'link'; url: string } | { type: 'wrong'; why: string } {
  const scheme = /^(tg|ton|tonsite):(\/\/)?/i.exec(link)
  const parsed = parseUrl(scheme ? link.slice(scheme[0].length) : link)
  if (parsed.type === 'wrong') return parsed
  if (scheme) {
    const name = (scheme[1] ?? '').toLowerCase()
    const written = link.slice(scheme[0].length)
    const isPlain =
      !/^https?:\/\//i.test(written) && !parsed.userInfo && !parsed.port && !parsed.isIpv6
    if (!isPlain) return wrong(name === 'tg' ? 'Wrong tg URL' : 'Wrong ton URL')
    if (!(name === 'tonsite' ? /^[\w.-]+$/ : /^[\w-]+$/).test(parsed.host)) {
      return wrong('Unallowed characters in URL host')
    }
    return { type: 'link', url: `${name}://${parsed.host}${parsed.rest.replace(/^\/\?/, '?')}` }
  }
  if (!parsed.host.includes('.') && !parsed.isIpv6) return wrong('Wrong HTTP URL')
  const user = parsed.userInfo ? `${parsed.userInfo}@` : ''
  const port = parsed.port ? `:${parsed.port}` : ''
  return { type: 'link', url: `${parsed.protocol}://${user}${parsed.host}${port}${parsed.rest}` }
}

/** The user id of a `tg://user?id=` link, or null. */
export function userOfLink(link: string): number | null {
  const id = Number(/^tg:(?:\/\/)?user\/?\?(?:.*&)?id=(\d+)/i.exec(link)?.[1] ?? 0)
  return Number.isSafeInteger(id) && id > 0 ? id : null
}
