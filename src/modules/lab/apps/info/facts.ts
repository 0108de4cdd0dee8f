import type { FactDef } from '../../core/app/lab-app.ts'
import { auditFault } from './posts.ts'
import { judgeRow, plainPrice } from './sheet.ts'
import { type InfoSlice, parts } from './slice.ts'

/** What a rubric may ask of search, collection and publishing. */
export const infoFacts: Readonly<Record<string, FactDef<InfoSlice>>> = {
  search: parts.fact({
    zh: '搜索',
    fields: { q: { zh: '搜索式', type: 'text' }, ops: { zh: '所用语法', type: 'list' }, hits: { zh: '结果', type: 'list' } },
    rows: s => s.searches.map(({ q, ops, hits, seq }) => ({ q, ops, hits, seq })),
  }),
  opened: parts.fact({
    zh: '打开的网页',
    fields: { url: { zh: '网址', type: 'text' } },
    rows: s => s.opened.map(({ url, seq }) => ({ url, seq })),
  }),
  snapshot: parts.fact({
    zh: '快照',
    fields: { url: { zh: '网址', type: 'text' } },
    rows: s => s.snapshots.map(({ page, seq }) => ({ url: page.url, seq })),
  }),
  row: parts.fact({
    zh: '采集记录',
    fields: {
      company: { zh: '公司', type: 'text' },
      plain: { zh: '每公斤含税价', type: 'number' },
      unit: { zh: '单位', type: 'text' },
      url: { zh: '来源', type: 'text' },
      day: { zh: '日期', type: 'text' },
      alive: { zh: '仍在经营', type: 'yes' },
      item: { zh: '品类正确', type: 'yes' },
      price: { zh: '价格正确', type: 'yes' },
      least: { zh: '起订量正确', type: 'yes' },
      contact: { zh: '联系人正确', type: 'yes' },
      phone: { zh: '电话正确', type: 'yes' },
      source: { zh: '来源属于该公司且打开过', type: 'yes' },
      current: { zh: '现行', type: 'yes' },
      dated: { zh: '日期与来源一致', type: 'yes' },
      origin: { zh: '信息源头', type: 'text' },
    },
    rows: s =>
      s.sheet.map(row => ({
        company: row.company,
        plain: plainPrice(row, s.tax),
        unit: row.unit,
        url: row.url,
        day: row.day,
        ...judgeRow(s, row),
        seq: row.seq,
      })),
  }),
  handed: parts.fact({
    zh: '提交的采集表',
    fields: { rows: { zh: '条数', type: 'number' } },
    rows: s => s.handed.map(({ rows, seq }) => ({ rows, seq })),
  }),
  checked: parts.fact({
    zh: '电话核实',
    fields: { ok: { zh: '属实', type: 'yes' }, text: { zh: '说明', type: 'prose' } },
    rows: s => s.checked.map(({ ok, text, seq }) => ({ ok, text, seq })),
  }),
  cleaning: parts.fact({
    zh: '整理',
    fields: { rule: { zh: '规则', type: 'text' }, changes: { zh: '改动', type: 'number' } },
    rows: s => s.cleanings.map(c => ({ ...c })),
  }),
  alert: parts.fact({
    zh: '订阅',
    fields: { keyword: { zh: '关键词', type: 'text' }, freq: { zh: '频率', type: 'text' } },
    rows: s => s.alerts.map(({ keyword, freq, seq }) => ({ keyword, freq, seq })),
  }),
  post: parts.fact({
    zh: '供求信息',
    fields: {
      post: { zh: '编号', type: 'text' },
      kind: { zh: '类型', type: 'text' },
      category: { zh: '类目', type: 'text' },
      title: { zh: '标题', type: 'prose' },
      body: { zh: '说明', type: 'prose' },
      price: { zh: '价格', type: 'number' },
      unit: { zh: '单位', type: 'text' },
      least: { zh: '起订量', type: 'number' },
      attrs: { zh: '参数', type: 'list' },
      until: { zh: '有效期', type: 'text' },
      pictures: { zh: '图片', type: 'list' },
      state: { zh: '状态', type: 'text' },
      tries: { zh: '提交次数', type: 'number' },
      sound: { zh: '与资料一致', type: 'yes' },
    },
    rows: s =>
      s.posts.map(p => ({
        post: p.id,
        kind: p.kind,
        category: p.category,
        title: p.title,
        body: p.body,
        price: p.price,
        unit: p.unit,
        least: p.least,
        attrs: Object.entries(p.attrs).map(([name, value]) => `${name}:${value}`),
        until: p.until,
        pictures: p.pictures,
        state: p.state,
        tries: p.tries,
        sound: auditFault(s, p) === null,
        seq: p.seq,
      })),
  }),
  audit: parts.fact({
    zh: '审核',
    fields: { post: { zh: '信息', type: 'text' }, ok: { zh: '通过', type: 'yes' }, reason: { zh: '原因', type: 'prose' } },
    rows: s => s.audits.map(a => ({ ...a })),
  }),
  inquiry: parts.fact({
    zh: '询盘',
    fields: { post: { zh: '信息', type: 'text' }, from: { zh: '来自', type: 'text' } },
    rows: s => s.inquiries.map(({ post, from, seq }) => ({ post, from, seq })),
  }),
  news: parts.fact({
    zh: '新闻稿',
    fields: {
      channel: { zh: '频道', type: 'text' },
      title: { zh: '标题', type: 'prose' },
      lead: { zh: '导语', type: 'prose' },
      body: { zh: '正文', type: 'prose' },
    },
    rows: s => s.news.map(({ channel, title, lead, body, seq }) => ({ channel, title, lead, body, seq })),
  }),
}
