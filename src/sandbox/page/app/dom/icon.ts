const paths = {
  back: 'M15 5l-7 7 7 7',
  send: 'M4 12l16-8-5 16-3.500-6.500z M11.500 13.500L20 4',
  clip: 'M20 11.500l-8.200 8.200a5 5 0 0 1-7.100-7.100l8.500-8.500a3.400 3.400 0 0 1 4.800 4.800l-8.500 8.500a1.700 1.700 0 0 1-2.400-2.400l7.800-7.800',
  wallet:
    'M4 7.500A2.500 2.500 0 0 1 6.500 5H17v3 M4 7.500A2.500 2.500 0 0 0 6.500 10H20v9H6.500A2.500 2.500 0 0 1 4 16.500z M16 14.500h.01',
  scan: 'M4 8V5a1 1 0 0 1 1-1h3 M16 4h3a1 1 0 0 1 1 1v3 M20 16v3a1 1 0 0 1-1 1h-3 M8 20H5a1 1 0 0 1-1-1v-3 M7 12h10',
  more: 'M12 6h.01 M12 12h.01 M12 18h.01',
  out: 'M8 16l8-8 M9 8h7v7',
  copy: 'M9 9h10v10H9z M15 9V5H5v10h4',
  forward: 'M13 6l6 5.500-6 5.500v-3.500c-4.500 0-7 1.200-9 4 .500-5 3.500-8 9-8.500z',
  close: 'M6 6l12 12 M18 6L6 18',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  bolt: 'M13 3L5 14h6l-1 7 8-11h-6z',
  wire: 'M4 8h9 M17 8h3 M4 16h3 M11 16h9 M13 5.500v5 M7 13.500v5',
  trash: 'M5 7h14 M9 7V4h6v3 M7 7l1 13h8l1-13',
  at: 'M16 12a4 4 0 1 0-8 0 4 4 0 0 0 8 0v1.500a2.500 2.500 0 0 0 5 0V12a9 9 0 1 0-3.500 7.100',
  play: 'M8 5l11 7-11 7z',
  stop: 'M6.500 6.500h11v11h-11z',
  next: 'M9 5l7 7-7 7',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12z M12 14.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  pin: 'M9 4h6l-1 7 3 3H7l3-3z M12 14v6',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z M2.500 20c0-4 3-6 6.500-6s6.500 2 6.500 6 M16 4.500a3.500 3.500 0 0 1 0 6.500 M18 14.500c2 .7 3.500 2.500 3.500 5.500',
  plus: 'M12 5v14 M5 12h14',
  block: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M6 6l12 12',
  reply: 'M11 6l-6 5.500 6 5.500v-3.500c4.500 0 7 1.200 9 4-.500-5-3.500-8-9-8.500z',
  edit: 'M5 19l1-4L16 5l3 3L9 18z M14 7l3 3',
  screenshot:
    'M8 3H5a2 2 0 0 0-2 2v3 M16 3h3a2 2 0 0 1 2 2v3 M21 16v3a2 2 0 0 1-2 2h-3 M8 21H5a2 2 0 0 1-2-2v-3 M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  photo: 'M4 5h16v14H4z M4 16l5-5 4 4 3-3 4 4 M15.500 9h.01',
  file: 'M6 3h8l5 5v13H6z M14 3v5h5',
  star: 'M12 4l2.400 5 5.600.700-4.100 3.800 1.100 5.500-5-2.700-5 2.700 1.100-5.500L4 9.700 9.600 9z',
  mute: 'M4 10v4h4l5 4V6L8 10z M17 9l5 6 M22 9l-5 6',
  leave: 'M10 5H5v14h5 M14 8l4 4-4 4 M18 12H9',
} as const

/** The names of the drawn signs. */
export type IconName = keyof typeof paths

const SVG = 'http://www.w3.org/2000/svg'

/** A line drawing of 24 by 24, in the colour of the text. Screen readers pass over it. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  const attributes = { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value)
  path.setAttribute('d', paths[name])
  svg.append(path)
  return svg
}
