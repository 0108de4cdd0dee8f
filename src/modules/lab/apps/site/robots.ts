/** Robots Exclusion Protocol, RFC 9309. */
export type RobotsRule = { allow: boolean; path: string }
export type RobotsFile = {
  text: string
  groups: { agents: string[]; rules: RobotsRule[] }[]
  sitemaps: string[]
}

const KNOWN = new Set(['user-agent', 'allow', 'disallow', 'sitemap', 'crawl-delay'])

const small = (text: string): string => text.replace(/[A-Z]/g, letter => letter.toLowerCase())

/** Lines that are no record, or one that nobody knows; the number of the first, from 1. */
export function robotsFault(text: string): number | null {
  const lines = text.split(/\r?\n/)
  const wrong = lines.findIndex((line, i) => {
    const bare = line.replace(/#.*/, '').trim()
    if (bare === '') return false
    const [, name = '', value = ''] = /^([A-Za-z-]+)\s*:\s*(\S*)$/.exec(bare) ?? []
    const key = small(name)
    if (!KNOWN.has(key)) return true
    if ((key === 'allow' || key === 'disallow') && value !== '' && !/^[/*]/.test(value)) return true
    if (key === 'sitemap' && !/^https?:\/\//.test(value)) return true
    if (key === 'user-agent') return value === ''
    // a rule before any user-agent belongs to nobody
    return key !== 'sitemap' && !lines.slice(0, i).some(before => /^\s*user-agent\s*:/i.test(before))
  })
  return wrong < 0 ? null : wrong + 1
}

/** Reads what a robot would read; unknown lines are passed over. */
export function readRobots(text: string): RobotsFile {
  const groups: RobotsFile['groups'] = []
  const sitemaps: string[] = []
  let gathering = false
  for (const line of text.split(/\r?\n/)) {
    const [, name = '', value = ''] = /^\s*([A-Za-z-]+)\s*:\s*([^\s#]*)/.exec(line.replace(/#.*/, '')) ?? []
    const key = small(name)
    if (key === 'sitemap' && value !== '') sitemaps.push(value)
    if (key === 'user-agent') {
      if (gathering) groups.at(-1)?.agents.push(small(value))
      else groups.push({ agents: [small(value)], rules: [] })
      gathering = true
    } else if (key === 'allow' || key === 'disallow') {
      gathering = false
      // an empty disallow forbids nothing
      if (value !== '') groups.at(-1)?.rules.push({ allow: key === 'allow', path: value })
    }
  }
  return { text, groups, sitemaps }
}

/** Does a path fit a pattern? `*` stands for anything, `$` at the end for the end. Linear in both. */
export function fitsPattern(path: string, pattern: string): boolean {
  const toEnd = pattern.endsWith('$')
  const pieces = (toEnd ? pattern.slice(0, -1) : pattern).split('*')
  let at = 0
  for (const [i, piece] of pieces.entries()) {
    if (i === 0) {
      if (!path.startsWith(piece)) return false
      at = piece.length
      continue
    }
    if (toEnd && i === pieces.length - 1) return path.length - piece.length >= at && path.endsWith(piece)
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return !toEnd || at === path.length
}

/** May this robot fetch this path? Its own groups count, else those of `*`; the longest rule decides, and allow wins a tie. */
export function mayFetch(
  robots: { readonly groups: readonly { readonly agents: readonly string[]; readonly rules: readonly RobotsRule[] }[] },
  agent: string,
  path: string,
): boolean {
  if (path === '/robots.txt') return true
  const own = robots.groups.filter(g => g.agents.some(a => a !== '*' && small(agent).startsWith(a)))
  const rules = (own.length > 0 ? own : robots.groups.filter(g => g.agents.includes('*'))).flatMap(g => g.rules)
  const fitting = rules.filter(rule => fitsPattern(path, rule.path))
  const longest = Math.max(-1, ...fitting.map(rule => rule.path.length))
  const deciding = fitting.filter(rule => rule.path.length === longest)
  return deciding.length === 0 || deciding.some(rule => rule.allow)
}
