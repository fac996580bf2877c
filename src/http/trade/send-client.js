// The script of the page of a send. It reads the secret from the fragment and makes the link to the chat of it, all in
// the browser; switching the language keeps the fragment.
;(() => {
  const find = (id) => document.getElementById(id)

  const start = () => {
    const payload = location.hash.slice(1)
    const isWhole = /^g[A-Za-z0-9_-]{32}$/.test(payload)
    find('missing').hidden = isWhole
    find('ready').hidden = !isWhole
    const open = find('open')
    if (isWhole) open.href = `https://t.me/${open.dataset.bot}?start=${payload}`
    else open.removeAttribute('href')
    for (const link of document.querySelectorAll('nav a')) {
      link.href = link.getAttribute('href').split('#')[0] + location.hash
    }
  }

  addEventListener('hashchange', start)
  start()
})()
