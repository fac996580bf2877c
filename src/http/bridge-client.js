// The script of the bridge page. It reads the pairing URI from the fragment and makes links, a code and a copy button
// of it, all in the browser.
;(() => {
  const find = (id) => document.getElementById(id)
  const show = (id) => {
    find(id).hidden = false
  }

  const readUri = () => {
    let text = location.hash.slice(1)
    for (let times = 0; times < 2 && /^wc%/i.test(text); times += 1) {
      try {
        text = decodeURIComponent(text)
      } catch {
        return null
      }
    }
    return /^wc:[0-9a-f]{64}@2\?[A-Za-z0-9=&._~%-]+$/.test(text) ? text : null
  }

  const drawQr = (uri) => {
    const { size, data } = globalThis.createQr(uri)
    const margin = 4
    let path = ''
    for (let at = 0; at < data.length; at += 1) {
      if (data[at]) path += `M${(at % size) + margin} ${Math.floor(at / size) + margin}h1v1h-1z`
    }
    const space = 'http://www.w3.org/2000/svg'
    const svg = document.createElementNS(space, 'svg')
    const side = size + 2 * margin
    svg.setAttribute('viewBox', `0 0 ${side} ${side}`)
    svg.setAttribute('shape-rendering', 'crispEdges')
    const dark = document.createElementNS(space, 'path')
    dark.setAttribute('d', path)
    svg.append(dark)
    find('qr').replaceChildren(svg)
  }

  const linkWallets = (uri) => {
    const encoded = encodeURIComponent(uri)
    const isAndroid = /Android/i.test(navigator.userAgent)
    const isInTelegram =
      'TelegramWebviewProxy' in globalThis || /Telegram/i.test(navigator.userAgent)
    // Telegram's own browser on Android decodes once before it starts an app.
    const native = isAndroid && isInTelegram ? encodeURIComponent(encoded) : encoded
    if (isAndroid) show('android')
    for (const link of document.querySelectorAll('a[data-wallet]')) {
      const { wallet, before, after, native: scheme } = link.dataset
      if (wallet === 'any') link.href = uri
      else link.href = before === '' ? scheme + native : before + encoded + after
    }
  }

  const offerCopy = (uri) => {
    const button = find('copy')
    const label = button.textContent
    const confirm = () => {
      button.textContent = button.dataset.done
      setTimeout(() => {
        button.textContent = label
      }, 2000)
    }
    const showText = () => {
      const field = find('uri')
      field.value = uri
      field.hidden = false
      field.select()
    }
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(uri).then(confirm, showText)
    })
  }

  const start = () => {
    for (const id of ['broken', 'expired', 'ways']) find(id).hidden = true
    const uri = readUri()
    if (uri === null) return show('broken')
    const expiresAt = Number(new URLSearchParams(uri.split('?')[1]).get('expiryTimestamp'))
    if (expiresAt > 0 && expiresAt * 1000 <= Date.now()) return show('expired')
    linkWallets(uri)
    drawQr(uri)
    offerCopy(uri)
    show('ways')
  }

  addEventListener('hashchange', () => location.reload())
  start()
})()
