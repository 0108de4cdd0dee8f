import type { Page } from 'playwright-core'
import { choose, fill, form, type Hands, idle, named, part, press, tick, toApp, toSection, unfold, view, yuan } from './desk.ts'

type Row = {
  readonly company: string
  readonly item: string
  readonly price: number
  readonly unit: string
  readonly taxed: boolean
  readonly least: number
  readonly contact: string
  readonly phone: string
  readonly url: string
  readonly day: string
  readonly reliability: string
}
type Post = {
  readonly kind: string
  readonly category: string
  readonly title: string
  readonly body: string
  readonly price: number
  readonly unit: string
  readonly least: number
  readonly attrs: Readonly<Record<string, string>>
  readonly until: string
  readonly pictures: readonly string[]
}
type Field = { readonly name: string; readonly label: string; readonly type: string; readonly required: boolean }
type Rule = { readonly kind: string; readonly by?: readonly string[]; readonly where?: { column: string; op: string; value: string } }
type Clean = { readonly rule: Rule; readonly names: Readonly<Record<string, string>>; readonly confirm?: readonly string[] }
type Measure = { readonly as: string; readonly zh: string; readonly fn: string; readonly column: string }
type Query = {
  readonly group?: readonly string[]
  readonly measures: readonly Measure[]
  readonly ratios?: readonly { readonly zh: string; readonly of: string; readonly by: string; readonly kind: string }[]
  readonly names: Readonly<Record<string, string>>
}

const INFO = '商务信息'
const SITE = '网站建设'
const BI = '数据分析'

async function search(page: Page, q: string): Promise<void> {
  await toSection(page, INFO, '搜索')
  await fill(view(page), { 搜索词或网址: q })
  await press(page, view(page).getByLabel('搜索词或网址'))
}

/** The search engine with the collection sheet, and the trade site. */
export const infoHands: Hands = {
  'info.search': (page, { q }: { readonly q: string }) => search(page, q),
  // what is typed as an address is opened
  'info.open': (page, { url }: { readonly url: string }) => search(page, url),
  'info.collect.row.save': async (page, row: Row) => {
    await toSection(page, INFO, '搜索')
    const sheet = part(page, '采集记录').or(view(page).getByRole('complementary', { name: '采集记录' }))
    await fill(sheet, { 公司: row.company, 品类: row.item, '起订量（公斤）': row.least, '价格（元）': yuan(row.price), 含税价: row.taxed })
    await choose(sheet, '单位', row.unit)
    await choose(sheet, '可靠程度', row.reliability)
    await fill(sheet, { 联系人: row.contact, 电话: row.phone, 来源网址: row.url, 来源发布日期: row.day })
    await press(page, named(sheet, '保存记录'))
  },
  'info.collect.hand': async page => {
    await toSection(page, INFO, /^采集表/)
    await press(page, named(view(page), '提交采集表'))
  },
  'info.post.publish': async (page, post: Post) => {
    await toSection(page, INFO, '商贸网')
    const notice = form(page, '发布供求信息')
    await choose(notice, '类型', post.kind)
    await choose(notice, '类目', post.category)
    await fill(notice, { 标题: post.title, 详细说明: post.body, '价格（元）': yuan(post.price), '起订量（公斤）': post.least })
    await choose(notice, '单位', post.unit)
    await fill(notice, { 有效期至: post.until, 图片文件名: post.pictures.join('，') })
    for (const [name, value] of Object.entries(post.attrs)) {
      if (!(await notice.getByLabel(name, { exact: true }).isVisible())) {
        await fill(notice, { 参数名: name })
        await press(page, named(notice, '添加参数'))
      }
      await fill(notice, { [name]: value })
    }
    await press(page, named(notice, '提交审核'))
  },
}

/** The site builder. */
export const siteHands: Hands = {
  'site.project.new': async (page, { name, template }: { readonly name: string; readonly template: string }) => {
    await toApp(page, SITE)
    await unfold(view(page), '新建项目')
    await fill(view(page), { 项目名称: name })
    await choose(view(page), '模板', template)
    await press(page, named(view(page), '创建'))
  },
  'site.file.save': async (page, { path, text }: { readonly path: string; readonly text: string }) => {
    await press(page, named(view(page).getByRole('navigation', { name: '文件' }), path))
    await fill(view(page), { [`源代码 ${path}`]: text })
    await press(page, named(part(page, path), '保存'))
  },
  'site.nav.set': async (page, { links }: { readonly links: readonly { readonly text: string; readonly href: string }[] }) => {
    await tool(page, '导航')
    const nav = form(page, '导航链接')
    for (const [i, { text, href }] of links.entries()) {
      if (!(await nav.getByLabel(`文字 ${i + 1}`).isVisible())) await press(page, named(nav, '添加链接'))
      await fill(nav, { [`文字 ${i + 1}`]: text, [`去向 ${i + 1}`]: href })
    }
    await press(page, named(nav, '写入导航'))
  },
  'site.asset.insert': async (page, { asset, folder, alt }: { readonly asset: string; readonly folder: string; readonly alt: string }) => {
    await tool(page, '素材')
    await press(page, view(page).getByRole('list', { name: '素材库' }).getByRole('button').filter({ hasText: asset }))
    await fill(view(page), { 放到文件夹: folder, 替代文字: alt })
    await press(page, named(view(page), '插入网页'))
  },
  'site.form.set': async (page, { target, fields }: { readonly target: string; readonly fields: readonly Field[] }) => {
    await tool(page, '表单')
    await fill(view(page), { 提交地址: target })
    for (const [i, field] of fields.entries()) {
      const box = view(page).getByRole('group', { name: `栏目 ${i + 1}`, exact: true })
      if (!(await box.isVisible())) await press(page, named(view(page), '添加栏目'))
      await fill(box, { '名称（英文）': field.name, 标签: field.label, 必填: field.required })
      await choose(box, '类型', field.type)
    }
    await press(page, named(view(page), '写入表单'))
  },
  'site.validate': async page => {
    await tool(page, '校验')
    await press(page, named(view(page), '校验这个网页'))
  },
  'site.preview': async (page, { path, device }: { readonly path: string; readonly device: string }) => {
    await toSection(page, SITE, '预览')
    await choose(view(page), '网页', path)
    await choose(view(page), '设备', device)
    await press(page, named(view(page).locator('form'), '预览'))
  },
  'site.deploy': async (page, { space }: { readonly space: string }) => {
    await toSection(page, SITE, '发布')
    await press(page, named(part(page, space), '发布到这里'))
  },
}

async function tool(page: Page, name: string): Promise<void> {
  await press(page, named(view(page).getByRole('navigation', { name: '工具' }), name))
}

/** The data workbench. */
export const biHands: Hands = {
  'bi.dataset.open': async page => {
    await toSection(page, BI, '数据与清洗')
    await press(page, named(view(page), '打开数据表'))
  },
  'bi.clean.add': async (page, { rule, names, confirm = [] }: Clean) => {
    const clean = form(page, '添加规则')
    await choose(clean, '做法', rule.kind)
    for (const column of rule.by ?? []) await tick(clean.getByLabel(names[column] ?? column, { exact: true }))
    if (rule.where !== undefined) {
      await choose(clean, '字段', rule.where.column)
      await choose(clean, '比较', rule.where.op)
      await fill(clean, { 取值: rule.where.value })
    }
    if (confirm.length === 0) return press(page, named(clean, '添加规则'))
    await named(clean, '添加规则').press('Enter')
    // what drops many rows is warned of
    await named(clean, '确认并继续').press('Enter')
    await clean.getByRole('alert').waitFor({ state: 'detached' })
    await idle(page)
  },
  'bi.query.run': async (page, { group = [], measures, ratios = [], names }: Query) => {
    await toSection(page, BI, '查询')
    const query = form(page, '新建查询')
    for (const box of await query.locator('.bi-ticks').getByRole('checkbox').all()) await tick(box, false)
    for (const column of group) await tick(query.locator('.bi-ticks').getByLabel(names[column] ?? column, { exact: true }))
    for (const [i, measure] of measures.entries()) {
      const line = query.locator('.bi-line').filter({ hasText: `指标 ${i + 1}` })
      if (!(await line.isVisible())) await press(page, named(query, '添加指标'))
      await fill(line, { 指标名称: measure.zh })
      await choose(line, '算法', measure.fn)
      await choose(line, '字段', measure.column)
    }
    for (const [i, ratio] of ratios.entries()) {
      const line = query.locator('.bi-line').filter({ hasText: `比率 ${i + 1}` })
      if (!(await line.isVisible())) await press(page, named(query, '添加比率'))
      const placed = (as: string): string => `m${measures.findIndex(m => m.as === as) + 1}`
      await fill(line, { 比率名称: ratio.zh })
      await choose(line, '分子', placed(ratio.of))
      await choose(line, '分母', placed(ratio.by))
      await choose(line, '形式', ratio.kind)
    }
    await press(page, named(query, '运行查询'))
  },
  'bi.chart.save': async (page, data: { query: string; kind: string; x: string; y: string; title: string; unit: string }) => {
    await toSection(page, BI, '图表')
    const chart = form(page, '新建图表')
    await choose(chart, '查询', data.query)
    await choose(chart, '图表类型', data.kind)
    await choose(chart, '横轴', data.x)
    await choose(chart, '纵轴', 'm1')
    await fill(chart, { 标题: data.title, 单位: data.unit })
    await press(page, named(chart, '保存图表'))
  },
}
