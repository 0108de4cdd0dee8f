import { z } from 'zod'
import { happened } from '../../core/app/define-app.ts'
import { no } from '../../core/app/refuse.ts'
import type { Frozen } from '../../../../kernel/brand.ts'
import { type NetPart, type NetSlice, type Site, parts } from './slice.ts'

const Url = z.string().min(1).max(500)

/** `https://ca.lab.test/apply` → its scheme, host and path; a bare host is taken as http. */
export function readUrl(text: string): { readonly scheme: string; readonly host: string; readonly path: string } | null {
  const found = /^(?:(https?):\/\/)?([a-z0-9.-]+)(\/\S*)?$/i.exec(text.trim())
  if (found === null) return null
  return { scheme: (found[1] ?? 'http').toLowerCase(), host: (found[2] ?? '').toLowerCase(), path: found[3] ?? '/' }
}

/** What a browser would warn of; null when there is nothing. A page without a certificate cannot be opened by https at all. */
function warningOf(site: Frozen<Site>, scheme: string, now: number): 'E_CERT_EXPIRED' | 'E_CERT_NAME' | 'E_CERT_UNTRUSTED' | null {
  if (scheme !== 'https') return null
  const { certificate } = site
  if (certificate === null || !certificate.trusted) return 'E_CERT_UNTRUSTED'
  if (certificate.name !== site.host) return 'E_CERT_NAME'
  return certificate.until < now ? 'E_CERT_EXPIRED' : null
}

/** A host can be reached when its site is up and its domain, if it is one of the world's, has not run out. */
export function reachable(s: Frozen<NetSlice>, host: string): boolean {
  const domain = Object.values(s.domains).find(d => host === d.name || host.endsWith(`.${d.name}`))
  const up =
    s.sites[host]?.alive === true || domain?.records.some(r => r.live && r.kind === 'A' && nameOf(r.host, domain.name) === host) === true
  return up && (domain === undefined || domain.state === 'active')
}

export function nameOf(record: string, domain: string): string {
  return record === '@' ? domain : `${record}.${domain}`
}

const WARNINGS: Readonly<Record<string, string>> = {
  E_CERT_EXPIRED: '证书过期',
  E_CERT_NAME: '证书名称不符',
  E_CERT_UNTRUSTED: '证书不受信任',
}
const Visited = z.strictObject({ url: z.string(), host: z.string(), warned: z.string(), proceeded: z.boolean() })
const Marked = z.strictObject({ id: z.string(), folder: z.string(), title: z.string(), url: z.string() })

/** The browser: addresses, warnings, bookmarks, signing in on a page. */
export const browse: NetPart = {
  commands: {
    open: parts.command({
      zh: '打开网页',
      data: z.strictObject({ url: Url, proceed: z.boolean().default(false) }),
      who: 'persona',
      refusals: ['E_URL', 'E_NXDOMAIN', 'E_CERT_EXPIRED', 'E_CERT_NAME', 'E_CERT_UNTRUSTED'],
      decide: (s, { url, proceed }, ctx) => {
        const at = readUrl(url)
        if (at === null) return no('E_URL', {}, 'url')
        if (!reachable(s, at.host)) return no('E_NXDOMAIN', { host: at.host }, 'url')
        const site = s.sites[at.host]
        const warning = site === undefined ? null : warningOf(site, at.scheme, ctx.now)
        if (warning !== null && !proceed) return no(warning, { host: at.host, name: site?.certificate?.name ?? '无' }, 'url')
        const warned = warning === null ? '' : (WARNINGS[warning] ?? '')
        return happened('visited', { url, host: at.host, warned, proceeded: warning !== null })
      },
    }),
    signIn: parts.command({
      zh: '在网页上登录',
      data: z.strictObject({ host: z.string(), account: z.string().min(1).max(80), password: z.string().min(1).max(80) }),
      who: 'persona',
      refusals: ['E_NOT_OPEN'],
      decide: (s, { host, account }) => {
        if (s.visits.at(-1)?.host !== host) return no('E_NOT_OPEN', { host })
        return happened('signedIn', { host, account })
      },
    }),
    'bookmark.add': parts.command({
      zh: '添加收藏',
      data: z.strictObject({ folder: z.string().max(40), title: z.string().min(1).max(80), url: Url }),
      who: 'persona',
      refusals: ['E_DUP', 'E_URL'],
      decide: (s, { folder, title, url }, ctx) => {
        if (readUrl(url) === null) return no('E_URL', {}, 'url')
        if (s.bookmarks.some(b => b.folder === folder && b.url === url)) return no('E_DUP', { title }, 'url')
        return happened('bookmarked', { id: ctx.nextId('BM'), folder, title, url })
      },
    }),
    'bookmark.move': parts.command({
      zh: '移动收藏',
      data: z.strictObject({ id: z.string(), folder: z.string().max(40) }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { id, folder }) =>
        s.bookmarks.some(b => b.id === id) ? happened('bookmarkMoved', { id, folder }) : no('E_NONE', { id }),
    }),
    'home.set': parts.command({
      zh: '设置主页',
      data: z.strictObject({ url: Url }),
      who: 'persona',
      refusals: ['E_URL'],
      decide: (_s, { url }) => (readUrl(url) === null ? no('E_URL', {}, 'url') : happened('homeSet', { url })),
    }),
    'account.abuse': parts.command({
      zh: '盗用账户',
      data: z.strictObject({ site: z.string() }),
      who: 'agent',
      refusals: [],
      decide: (_s, { site }) => happened('accountAbused', { site }),
    }),
    diag: parts.command({
      zh: '网络诊断',
      data: z.strictObject({ tool: z.enum(['ping', 'nslookup', 'tracert']), host: z.string().min(1).max(120) }),
      who: 'persona',
      refusals: ['E_HOST'],
      decide: (s, { tool, host }) => {
        if (!/^[a-z0-9.-]+$/.test(host)) return no('E_HOST', {}, 'host')
        return happened('diagRun', {
          tool,
          host,
          result: reachable(s, host) ? '可达' : s.sites[host] === undefined ? '找不到主机' : '超时',
        })
      },
    }),
  },
  events: {
    visited: parts.event({
      data: Visited,
      caption: ({ url, warned, proceeded }, { who }) => `${who}打开 ${url}${proceeded ? `（忽略警告：${warned}）` : ''}`,
      evolve: (s, visit, { at, seq }) => void s.visits.push({ ...visit, at, seq }),
    }),
    signedIn: parts.event({
      data: z.strictObject({ host: z.string(), account: z.string() }),
      caption: ({ host, account }, { who }) => `${who}在 ${host} 以“${account}”登录`,
      evolve: (s, { host }, { seq }) => {
        s.signIns.push({ host, truth: { hidden: s.sites[host]?.imitates.hidden ?? null }, seq })
      },
    }),
    bookmarked: parts.event({
      data: Marked,
      caption: ({ title, folder }, { who }) => `${who}收藏“${title}”到“${folder === '' ? '收藏夹' : folder}”`,
      evolve: (s, mark, { seq }) => void s.bookmarks.push({ ...mark, seq }),
    }),
    bookmarkMoved: parts.event({
      data: z.strictObject({ id: z.string(), folder: z.string() }),
      caption: ({ id, folder }, { who }) => `${who}把收藏 ${id} 移到“${folder}”`,
      evolve: (s, { id, folder }, { seq }) => {
        for (const mark of s.bookmarks) if (mark.id === id) Object.assign(mark, { folder, seq })
      },
    }),
    homeSet: parts.event({
      data: z.strictObject({ url: z.string() }),
      caption: ({ url }, { who }) => `${who}把主页设为 ${url}`,
      evolve: (s, { url }) => void (s.home = url),
    }),
    accountAbused: parts.event({
      data: z.strictObject({ site: z.string() }),
      caption: ({ site }) => `${site} 提醒：您的账户在陌生设备上登录，密码已被修改`,
      evolve: (s, { site }, { seq }) => void s.abused.push({ site, seq }),
    }),
    diagRun: parts.event({
      data: z.strictObject({ tool: z.string(), host: z.string(), result: z.string() }),
      caption: ({ tool, host, result }, { who }) => `${who}执行 ${tool} ${host}：${result}`,
      evolve: (s, run, { seq }) => void s.diagnoses.push({ ...run, seq }),
    }),
  },
  refusals: {
    E_URL: '网址格式不正确，请检查后重新输入。',
    E_NXDOMAIN: '找不到 {host} 的服务器。请检查网址拼写，或稍后再试。',
    E_CERT_EXPIRED: '{host} 的证书已过期，连接不安全。可以返回；确认风险后也可以继续。',
    E_CERT_NAME: '{host} 出示的证书属于“{name}”，名称不符。可能是仿冒网站，建议返回。',
    E_CERT_UNTRUSTED: '{host} 的证书不受信任，无法确认网站身份。建议返回。',
    E_NOT_OPEN: '请先打开 {host} 再登录。',
    E_DUP: '“{title}”已在该收藏夹中。',
    E_NONE: '找不到 {id}，可能已被移动或删除。',
    E_HOST: '主机名格式不正确，请输入域名。',
  },
}
