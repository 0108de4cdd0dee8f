import type { Frozen } from '../../../../kernel/brand.ts'
import type { FactDef } from '../../core/app/lab-app.ts'
import { says } from '../../core/task/folding.ts'
import { elements, fieldsOf, metaOf, readable, textIn, titleOf } from './dom.ts'
import { linksOf } from './links.ts'
import { houseFor, liveOf } from './publish.ts'
import { mayFetch } from './robots.ts'
import { findingsOf } from './rules.ts'
import { type Parsed, type SiteFile, type SiteSlice, type Space, type Version, parts } from './slice.ts'
import { sitemapUrls } from './tuning.ts'

type LivePage = {
  readonly space: Frozen<Space>
  readonly version: Frozen<Version>
  readonly file: Frozen<SiteFile>
  readonly page: Frozen<Parsed>
}

/** Every page that can be seen now. */
function livePages(s: Frozen<SiteSlice>): LivePage[] {
  return Object.values(s.spaces).flatMap(space => {
    const version = liveOf(space)
    if (version === undefined) return []
    return version.files.flatMap(file => (file.kind === 'html' && file.page !== null ? [{ space, version, file, page: file.page }] : []))
  })
}

const where = { host: { zh: '主机', type: 'text' }, path: { zh: '页面', type: 'text' } } as const

/** What a rubric may ask of the sites that are on the net, and of the project behind them. */
export const siteFacts: Readonly<Record<string, FactDef<SiteSlice>>> = {
  page: parts.fact({
    zh: '已发布的网页',
    fields: {
      ...where,
      title: { zh: '标题', type: 'prose' },
      description: { zh: '描述', type: 'prose' },
      lang: { zh: '语言', type: 'text' },
      h1: { zh: '一级标题', type: 'prose' },
      text: { zh: '内容', type: 'prose' },
      headings: { zh: '标题数', type: 'number' },
      images: { zh: '图片', type: 'list' },
      alts: { zh: '替代文字', type: 'list' },
      nav: { zh: '有导航', type: 'yes' },
      pictures: { zh: '图片数', type: 'number' },
      links: { zh: '链接数', type: 'number' },
    },
    rows: s =>
      livePages(s).map(({ space, file, page }) => ({
        host: space.host,
        path: file.path,
        title: titleOf(page),
        description: metaOf(page, 'description'),
        lang: elements(page, 'html')[0]?.attrs['lang'] ?? '',
        h1: elements(page, 'h1')
          .map(h => textIn(page, h.at))
          .join(' '),
        text: readable(page),
        headings: elements(page, 'h2', 'h3', 'h4', 'h5', 'h6').length,
        images: elements(page, 'img').map(img => img.attrs['src'] ?? ''),
        alts: elements(page, 'img').map(img => img.attrs['alt'] ?? ''),
        nav: elements(page, 'nav').length > 0,
        pictures: elements(page, 'img').length,
        links: elements(page, 'a').filter(a => a.attrs['href'] !== undefined).length,
        seq: space.seq,
      })),
  }),
  finding: parts.fact({
    zh: '网页检查项',
    fields: { ...where, code: { zh: '检查项', type: 'text' }, ok: { zh: '合格', type: 'yes' }, zh: { zh: '说明', type: 'prose' } },
    rows: s =>
      livePages(s).flatMap(({ space, version, file }) =>
        findingsOf(file, houseFor(s, { path: file.path, files: version.files, own: space.domain })).map(f => ({
          host: space.host,
          path: file.path,
          ...f,
          seq: space.seq,
        })),
      ),
  }),
  link: parts.fact({
    zh: '网页链接',
    fields: { ...where, href: { zh: '去向', type: 'text' }, text: { zh: '文字', type: 'prose' }, ok: { zh: '有效', type: 'yes' } },
    rows: s =>
      livePages(s).flatMap(({ space, version, file, page }) =>
        linksOf(page, { path: file.path, files: version.files, outside: s.outside, own: space.domain }).map(({ href, text, reached }) => ({
          host: space.host,
          path: file.path,
          href,
          text,
          ok: reached.kind !== 'dead' && reached.kind !== 'case',
          seq: space.seq,
        })),
      ),
  }),
  table: parts.fact({
    zh: '网页表格',
    fields: { ...where, headers: { zh: '表头', type: 'list' }, text: { zh: '内容', type: 'prose' } },
    rows: s =>
      livePages(s).flatMap(({ space, file, page }) =>
        elements(page, 'table').map(table => ({
          host: space.host,
          path: file.path,
          headers: elements(page, 'th').map(th => textIn(page, th.at)),
          text: textIn(page, table.at),
          seq: space.seq,
        })),
      ),
  }),
  form: parts.fact({
    zh: '网页表单',
    fields: {
      ...where,
      target: { zh: '提交到', type: 'text' },
      names: { zh: '栏目', type: 'list' },
      labels: { zh: '标签', type: 'list' },
      labelled: { zh: '都有标签', type: 'yes' },
    },
    rows: s =>
      livePages(s).flatMap(({ space, file, page }) =>
        elements(page, 'form').map(form => {
          const fields = fieldsOf(page).filter(f => f.form === form.at)
          return {
            host: space.host,
            path: file.path,
            target: form.attrs['action'] ?? '',
            names: fields.map(f => f.name),
            labels: fields.map(f => f.label),
            labelled: fields.length > 0 && fields.every(f => f.label !== ''),
            seq: space.seq,
          }
        }),
      ),
  }),
  claim: parts.fact({
    zh: '资料要点',
    fields: {
      host: where.host,
      id: { zh: '要点', type: 'text' },
      said: { zh: '已写明', type: 'yes' },
      wrong: { zh: '与资料矛盾', type: 'yes' },
    },
    rows: s =>
      Object.values(s.spaces).flatMap(space => {
        const version = liveOf(space)
        if (version === undefined) return []
        const all = version.files.map(f => (f.page === null ? '' : `${titleOf(f.page)}\n${readable(f.page)}`)).join('\n')
        return s.claims.hidden.map(({ id, say, never }) => ({
          host: space.host,
          id,
          said: say.some(words => says(all, words)),
          wrong: never.some(words => says(all, words)),
          seq: space.seq,
        }))
      }),
  }),
  space: parts.fact({
    zh: '网站空间',
    fields: {
      host: where.host,
      live: { zh: '已发布', type: 'yes' },
      versions: { zh: '版本数', type: 'number' },
      domain: { zh: '域名', type: 'text' },
      https: { zh: '证书有效', type: 'yes' },
      sitemap: { zh: '站点地图网址', type: 'list' },
    },
    rows: s =>
      Object.values(s.spaces).map(space => ({
        host: space.host,
        live: space.live !== null,
        versions: space.versions.length,
        domain: space.domain,
        https: space.https !== null && !space.expired,
        sitemap: sitemapUrls(liveOf(space)?.files.find(f => f.path === 'sitemap.xml')?.text ?? ''),
        seq: space.seq,
      })),
  }),
  probe: parts.fact({
    zh: 'robots 探测',
    fields: { host: where.host, agent: { zh: '机器人', type: 'text' }, path: where.path, allowed: { zh: '允许抓取', type: 'yes' } },
    rows: s =>
      Object.values(s.spaces).flatMap(space => {
        const version = liveOf(space)
        if (version === undefined) return []
        return s.probes.hidden.map(({ agent, path }) => ({
          host: space.host,
          agent,
          path,
          allowed: mayFetch(version.robots, agent, path),
          seq: space.seq,
        }))
      }),
  }),
  tag: parts.fact({
    zh: '统计事件',
    fields: {
      page: where.path,
      event: { zh: '事件', type: 'text' },
      params: { zh: '参数', type: 'list' },
      trigger: { zh: '触发', type: 'text' },
    },
    rows: s =>
      s.projects.flatMap(p =>
        p.tags.map(({ page, event, params, trigger, seq }) => ({
          page,
          event,
          params: Object.entries(params).map(([name, value]) => `${name}:${value}`),
          trigger,
          seq,
        })),
      ),
  }),
  redirect: parts.fact({
    zh: '跳转',
    fields: { from: { zh: '从', type: 'text' }, to: { zh: '到', type: 'text' }, code: { zh: '代码', type: 'number' } },
    rows: s => s.projects.flatMap(p => p.redirects.map(r => ({ ...r }))),
  }),
  walk: parts.fact({
    zh: '访客浏览',
    fields: {
      host: where.host,
      seen: { zh: '看到的页面', type: 'list' },
      dead: { zh: '打不开的链接', type: 'list' },
      hits: { zh: '统计到的事件', type: 'list' },
    },
    rows: s => s.walks.map(({ host, seen, dead, hits, seq }) => ({ host, seen, dead, hits: hits.map(h => `${h.page}:${h.event}`), seq })),
  }),
  message: parts.fact({
    zh: '收到的留言',
    fields: { host: where.host, page: where.path, values: { zh: '内容', type: 'list' } },
    rows: s => s.forms.map(({ host, page, values, seq }) => ({ host, page, values: Object.values(values), seq })),
  }),
  crawl: parts.fact({
    zh: '搜索引擎抓取',
    fields: { host: where.host, kept: { zh: '收录', type: 'list' }, blocked: { zh: '跳过', type: 'list' } },
    rows: s => s.crawls.map(c => ({ ...c })),
  }),
  validated: parts.fact({
    zh: '校验',
    fields: { path: where.path, failed: { zh: '不合格项', type: 'list' } },
    rows: s => s.reports.map(({ path, findings, seq }) => ({ path, failed: findings.flatMap(f => (f.ok ? [] : [f.code])), seq })),
  }),
}
