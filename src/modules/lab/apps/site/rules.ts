import type { Frozen } from '../../../../kernel/brand.ts'
import { contrast } from './colour.ts'
import { elements, fieldsOf, isInside, metaOf, readable, textIn, titleOf } from './dom.ts'
import { type Place, linksOf, neededBy, reach, resolved } from './links.ts'
import type { Parsed, SiteFile } from './slice.ts'

export type Finding = { readonly code: string; readonly ok: boolean; readonly zh: string }
/** What a page is judged by besides itself. */
export type House = { readonly place: Place; readonly licence: string; readonly pictures: number }
type Page = Frozen<Parsed>
/** A rule gives what is wrong; an empty list is fine. */
type Rule = (page: Page, house: House) => readonly string[]

const wrong = (faulty: boolean, zh: string): string[] => (faulty ? [zh] : [])
const VAGUE = /^(点击|点此|点这里|点击这里|点击查看|这里|更多|详情|链接|here|click here|more)?$/i
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

function headingLevels(page: Page): number[] {
  return elements(page, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(h => Number(h.name.slice(1)))
}

/** The style sheets that count for a page: its own and those it links to. */
function sheetsFor(page: Page, { place }: House): Frozen<Parsed>['sheets'] {
  const linked = elements(page, 'link')
    .filter(l => l.attrs['rel'] === 'stylesheet')
    .flatMap(l => place.files.find(f => f.path === resolved(place.path, l.attrs['href'] ?? ''))?.page?.sheets ?? [])
  return [...linked, ...page.sheets]
}

/** Rules that set a colour or a ground, each against the other one as it stands or as the whole page has it. */
function paleRules(page: Page, house: House): string[] {
  const rules = sheetsFor(page, house).flatMap(sheet => sheet.rules)
  const ground = (d: Readonly<Record<string, string>>): string | undefined => d['background-color'] ?? d['background']
  const whole = rules.filter(r => r.selectors.some(x => x === 'body' || x === 'html' || x === ':root' || x === '*'))
  const base = {
    front: whole.map(r => r.declarations['color']).findLast(c => c !== undefined) ?? '#000',
    back: whole.map(r => ground(r.declarations)).findLast(c => c !== undefined) ?? '#fff',
  }
  return rules.flatMap(({ selectors, declarations }) => {
    const [front, back] = [declarations['color'], ground(declarations)]
    if (front === undefined && back === undefined) return []
    const ratio = contrast(front ?? base.front, back ?? base.back)
    if (ratio === null || ratio >= 450) return []
    return [`${selectors.join('、')} 的文字与背景对比度为 ${Math.floor(ratio / 100)}.${String(ratio % 100).padStart(2, '0')}，应不低于 4.5`]
  })
}

function pictureBytes(page: Page, { place }: House): number {
  const used = new Set(elements(page, 'img').map(img => resolved(place.path, img.attrs['src'] ?? '')))
  return place.files.reduce((sum, f) => (used.has(f.path) ? sum + f.bytes : sum), 0)
}

function headless(page: Page): string[] {
  return elements(page, 'table').flatMap(table =>
    elements(page, 'th').some(th => isInside(page, th.at, table.at) && textIn(page, th.at) !== '') ? [] : ['表格没有表头单元格（th）'],
  )
}

/** A title that another page of the site has too tells nobody where they are. */
function titleFaults(page: Page, { place }: House): string[] {
  const title = titleOf(page)
  const length = [...title].length
  if (length === 0 || length > 40) return [length === 0 ? '没有标题（title）' : '标题超过 40 个字']
  const twin = place.files.find(f => f.path !== place.path && f.page !== null && f.kind === 'html' && titleOf(f.page) === title)
  return wrong(twin !== undefined, `与 ${twin?.path ?? ''} 的标题相同`)
}

/** The rule set, version 1: what a page is judged by, code by code. */
export const RULES: Readonly<Record<string, { readonly zh: string; readonly rule: Rule }>> = {
  doctype: { zh: '文档类型声明', rule: page => wrong(!page.doctype, '缺少 <!doctype html>') },
  lang: { zh: '语言标记', rule: page => wrong(!LANGUAGE.test(elements(page, 'html')[0]?.attrs['lang'] ?? ''), 'html 元素缺少 lang') },
  charset: {
    zh: '字符编码',
    rule: page => wrong(!elements(page, 'meta').some(m => /^utf-?8$/i.test(m.attrs['charset'] ?? '')), '缺少 <meta charset="utf-8">'),
  },
  viewport: { zh: '移动端视口', rule: page => wrong(!metaOf(page, 'viewport').includes('width=device-width'), '缺少 viewport 设置') },
  title: { zh: '网页标题', rule: titleFaults },
  description: {
    zh: '网页描述',
    rule: page => {
      const length = [...metaOf(page, 'description')].length
      return wrong(length < 50 || length > 160, `描述应为 50 至 160 个字，现在是 ${length} 个字`)
    },
  },
  h1: {
    zh: '唯一的一级标题',
    rule: page => {
      const count = headingLevels(page).filter(level => level === 1).length
      return wrong(count !== 1, `一级标题应有且只有一个，现在有 ${count} 个`)
    },
  },
  headings: {
    zh: '标题层级',
    rule: page => {
      const levels = headingLevels(page)
      const jump = levels.findIndex((level, i) => level > (levels[i - 1] ?? 0) + 1)
      return wrong(jump >= 0, `h${levels[jump] ?? 0} 跳过了上一级标题`)
    },
  },
  alt: {
    zh: '图片替代文字',
    rule: page =>
      elements(page, 'img').flatMap(img => wrong((img.attrs['alt'] ?? '').trim() === '', `${img.attrs['src'] ?? '图片'} 没有替代文字`)),
  },
  label: {
    zh: '表单标签',
    rule: page =>
      fieldsOf(page).flatMap(field => wrong(field.label === '', `字段 ${field.name === '' ? '（未命名）' : field.name} 没有标签`)),
  },
  th: { zh: '表格表头', rule: headless },
  linkText: {
    zh: '链接文字',
    rule: (page, { place }) => linksOf(page, place).flatMap(l => wrong(VAGUE.test(l.text), `链接 ${l.href} 的文字“${l.text}”没有说明去向`)),
  },
  links: {
    zh: '链接有效',
    rule: (page, { place }) => linksOf(page, place).flatMap(l => wrong(l.reached.kind === 'dead', `链接 ${l.href} 打不开`)),
  },
  files: {
    zh: '图片与样式文件',
    rule: (page, { place }) => neededBy(page).flatMap(src => wrong(reach(src, place, page).kind === 'dead', `找不到 ${src}`)),
  },
  case: {
    zh: '路径大小写',
    rule: (page, { place }) =>
      [...linksOf(page, place).map(l => l.href), ...neededBy(page)].flatMap(href =>
        wrong(reach(href, place, page).kind === 'case', `${href} 的大小写与文件名不一致`),
      ),
  },
  css: {
    zh: '样式属性',
    rule: (page, house) =>
      sheetsFor(page, house).flatMap(sheet =>
        sheet.faults.map(f => (f.code === 'syntax' ? `第 ${f.line} 行样式有语法错误` : `第 ${f.line} 行“${f.name}”不正确`)),
      ),
  },
  contrast: { zh: '颜色对比', rule: paleRules },
  favicon: {
    zh: '网站图标',
    rule: page => wrong(!elements(page, 'link').some(l => /icon/.test(l.attrs['rel'] ?? '')), '没有设置网站图标'),
  },
  canonical: {
    zh: '规范网址',
    rule: page =>
      wrong(
        !elements(page, 'link').some(l => l.attrs['rel'] === 'canonical' && /^https?:\/\//.test(l.attrs['href'] ?? '')),
        '没有规范网址（canonical）',
      ),
  },
  licence: {
    zh: '备案号',
    rule: (page, { licence }) => {
      const footers = elements(page, 'footer')
      return wrong(licence !== '' && !footers.some(f => textIn(page, f.at).includes(licence)), '页脚没有备案号')
    },
  },
  weight: {
    zh: '图片大小',
    rule: (page, house) =>
      wrong(pictureBytes(page, house) > house.pictures, `图片合计 ${pictureBytes(page, house)} 字节，超过 ${house.pictures} 字节`),
  },
  empty: { zh: '页面内容', rule: page => wrong([...readable(page)].length < 20, '页面几乎没有内容') },
}

/** Every rule applied to a page of these files. */
export function findingsOf(file: Frozen<SiteFile>, house: House): Finding[] {
  const { page } = file
  if (page === null) return []
  return Object.entries(RULES).map(([code, { zh, rule }]) => {
    const faults = rule(page, house)
    return { code, ok: faults.length === 0, zh: faults.length === 0 ? `${zh}：合格` : `${zh}：${faults.slice(0, 3).join('；')}` }
  })
}
