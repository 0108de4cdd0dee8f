import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, Decision } from '../../core/app/lab-app.ts'
import { type Refuse, no } from '../../core/app/refuse.ts'
import { escaped } from './dom.ts'
import { NO_ROBOTS, Parsed, type Project, type SiteFile, type SitePart, type SiteSlice, parts } from './slice.ts'
import { TEMPLATES, before, formMarkup, navMarkup, withPart } from './templates.ts'

const MOST_BYTES = 16_000
const MOST_NODES = 500
const PATH = /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*\.(html|css|txt|xml)$/
const WHAT: Readonly<Record<string, string>> = {
  'missing-end-tag': '标签没有结束',
  'duplicate-attribute': '属性重复',
  'eof-in-tag': '标签没有写完',
  'eof-in-comment': '注释没有结束',
  'unexpected-character-in-attribute-name': '属性名中有不允许的字符',
  'missing-whitespace-between-attributes': '属性之间缺少空格',
  'missing-attribute-value': '属性没有值',
  'invalid-first-character-of-tag-name': '标签名不正确',
  'unexpected-character-in-unquoted-attribute-value': '属性值应加引号',
}

type Read = {
  readonly page: z.output<typeof Parsed>
  readonly faults: readonly { readonly code: string; readonly line: number; readonly column: number }[]
}

export function projectOf(s: Frozen<SiteSlice>, id: string): Frozen<Project> | undefined {
  return s.projects.find(p => p.id === id)
}

export function fileAt(project: { readonly files: readonly Frozen<SiteFile>[] } | undefined, path: string): Frozen<SiteFile> | undefined {
  return project?.files.find(f => f.path === path)
}

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Who pages are for does not care that no type is declared; the report says so. Every other slip is told at once. */
function parseFault(faults: Read['faults']): Refuse | null {
  const fault = faults.find(f => !f.code.includes('doctype'))
  if (fault === undefined) return null
  return no('E_PARSE', { line: fault.line, column: fault.column, what: WHAT[fault.code] ?? `语法错误（${fault.code}）` }, 'text')
}

type Written = { readonly type: string; readonly data: z.input<typeof Saved> }

/** The event that keeps a file, with what the parser made of it (W3). */
function written(project: string, path: string, text: string, ctx: DecideContext): Written | Refuse {
  if (!PATH.test(path)) return no('E_PATH', { path }, 'path')
  const bytes = bytesOf(text)
  if (bytes > MOST_BYTES) return no('E_SIZE', { bytes, most: MOST_BYTES }, 'text')
  const kind = path.endsWith('.html') ? ('html' as const) : path.endsWith('.css') ? ('css' as const) : ('text' as const)
  const read = kind === 'text' ? null : (ctx.effect(`site.${kind}`, text) as unknown as Read)
  const fault = read === null ? null : parseFault(read.faults)
  if (fault !== null) return fault
  if (read !== null && read.page.nodes.length > MOST_NODES) return no('E_COMPLEX', { most: MOST_NODES }, 'text')
  return { type: 'saved', data: { project, path, kind, text, bytes, page: read?.page ?? null } }
}

function isRefuse(value: Written | Refuse): value is Refuse {
  return 'code' in value
}

/** Writes a page anew that is already there. */
function rewritten(
  s: Frozen<SiteSlice>,
  ctx: DecideContext,
  at: { project: string; page: string },
  to: (text: string) => string,
): Decision {
  const file = fileAt(projectOf(s, at.project), at.page)
  if (file?.kind !== 'html') return no('E_NONE', { id: at.page }, 'page')
  const event = written(at.project, at.page, to(file.text), ctx)
  return isRefuse(event) ? event : { ok: true, events: [event] }
}

const Saved = z.strictObject({
  project: z.string(),
  path: z.string(),
  kind: z.enum(['html', 'css', 'text']),
  text: z.string(),
  bytes: z.int(),
  page: Parsed.nullable(),
})
const At = z.strictObject({ project: z.string(), page: z.string() })
const Field = z.strictObject({
  name: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  label: z.string().max(20),
  type: z.enum(['text', 'tel', 'email', 'number', 'textarea']),
  required: z.boolean().default(false),
})

/** Projects and their files, written as text or by the visual editor; both give the same file. */
export const filesPart: SitePart = {
  commands: {
    'project.new': parts.command({
      zh: '新建网站项目',
      data: z.strictObject({ name: z.string().min(1).max(40), template: z.string() }),
      who: 'persona',
      refusals: ['E_QUOTA', 'E_TEMPLATE'],
      decide: (s, { name, template }, ctx) => {
        if (s.projects.length >= s.most) return no('E_QUOTA', { why: `最多建 ${s.most} 个项目` })
        const files = Object.hasOwn(TEMPLATES, template) ? TEMPLATES[template]?.files(name) : undefined
        if (files === undefined)
          return no(
            'E_TEMPLATE',
            {
              names: Object.values(TEMPLATES)
                .map(t => t.zh)
                .join('、'),
            },
            'template',
          )
        const id = ctx.nextId('S')
        const events = files.map(f => written(id, f.path, f.text, ctx)).filter((e): e is Written => !isRefuse(e))
        return { ok: true, events: [{ type: 'created', data: { id, name } }, ...events], reply: id }
      },
    }),
    'file.save': parts.command({
      zh: '保存文件',
      data: z.strictObject({ project: z.string(), path: z.string().max(80), text: z.string() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_PATH', 'E_SIZE', 'E_PARSE', 'E_COMPLEX'],
      decide: (s, { project, path, text }, ctx) => {
        if (projectOf(s, project) === undefined) return no('E_NONE', { id: project })
        const event = written(project, path, text, ctx)
        return isRefuse(event) ? event : { ok: true, events: [event] }
      },
    }),
    'file.delete': parts.command({
      zh: '删除文件',
      data: z.strictObject({ project: z.string(), path: z.string() }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { project, path }) =>
        fileAt(projectOf(s, project), path) === undefined ? no('E_NONE', { id: path }) : happened('deleted', { project, path }),
    }),
    'asset.insert': parts.command({
      zh: '插入素材',
      data: z.strictObject({
        project: z.string(),
        asset: z.string(),
        folder: z.string().regex(/^([A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*)?$/),
        page: z.string().nullable().default(null),
        alt: z.string().max(100).default(''),
        confirm: z.array(z.string()).default([]),
      }),
      who: 'persona',
      refusals: ['E_NONE', 'W_NO_ALT', 'E_SIZE', 'E_PARSE', 'E_COMPLEX'],
      decide: (s, { project, asset, folder, page, alt, confirm }, ctx) => {
        const found = s.assets.find(a => a.name === asset)
        if (found === undefined || projectOf(s, project) === undefined) return no('E_NONE', { id: found === undefined ? asset : project })
        if (page !== null && alt.trim() === '' && !confirm.includes('W_NO_ALT')) return no('W_NO_ALT', {}, 'alt')
        const path = folder === '' ? asset : `${folder}/${asset}`
        const put = { type: 'assetPut', data: { project, asset, path } }
        if (page === null) return { ok: true, events: [put], reply: path }
        const up = page
          .split('/')
          .slice(1)
          .map(() => '..')
        const src = [...up, path].join('/')
        const image = `    <img src="${escaped(src)}" alt="${escaped(alt)}" width="${found.width}" height="${found.height}">`
        const done = rewritten(s, ctx, { project, page }, text => before(text, image, ['</main', '</body']))
        return done.ok ? { ...done, events: [put, ...done.events], reply: path } : done
      },
    }),
    'form.set': parts.command({
      zh: '设置表单',
      data: At.extend({ target: z.string().max(200), fields: z.array(Field).min(1).max(12) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_FORM_TARGET', 'E_LABEL', 'E_SIZE', 'E_PARSE', 'E_COMPLEX'],
      decide: (s, { target, fields, ...at }, ctx) => {
        if (!/^(https:\/\/|mailto:)\S+$/.test(target)) return no('E_FORM_TARGET', {}, 'target')
        const bare = fields.find(f => f.label.trim() === '')
        if (bare !== undefined) return no('E_LABEL', { name: bare.name }, 'fields')
        return rewritten(s, ctx, at, text => withPart(text, 'form', formMarkup(target, fields)))
      },
    }),
    'nav.set': parts.command({
      zh: '设置导航',
      data: At.extend({
        links: z
          .array(z.strictObject({ text: z.string().min(1).max(20), href: z.string().min(1).max(200) }))
          .min(1)
          .max(12),
      }),
      who: 'persona',
      refusals: ['E_NONE', 'E_SIZE', 'E_PARSE', 'E_COMPLEX'],
      decide: (s, { links, ...at }, ctx) => rewritten(s, ctx, at, text => withPart(text, 'nav', navMarkup(links))),
    }),
  },
  events: {
    created: parts.event({
      data: z.strictObject({ id: z.string(), name: z.string() }),
      caption: ({ name }, { who }) => `${who}新建网站项目“${name}”`,
      evolve: (s, { id, name }) => void s.projects.push({ id, name, files: [], redirects: [], tags: [], robots: { ...NO_ROBOTS } }),
    }),
    saved: parts.event({
      data: Saved,
      caption: ({ path, bytes }, { who }) => `${who}保存 ${path}（${bytes} 字节）`,
      evolve: (s, { project, ...file }, { seq }) => put(s, project, { ...file, seq }),
    }),
    assetPut: parts.event({
      data: z.strictObject({ project: z.string(), asset: z.string(), path: z.string() }),
      caption: ({ path }, { who }) => `${who}放入素材 ${path}`,
      evolve: (s, { project, asset, path }, { seq }) => {
        const bytes = s.assets.find(a => a.name === asset)?.bytes ?? 0
        put(s, project, { path, kind: 'asset', text: asset, bytes, page: null, seq })
      },
    }),
    deleted: parts.event({
      data: z.strictObject({ project: z.string(), path: z.string() }),
      caption: ({ path }, { who }) => `${who}删除 ${path}`,
      evolve: (s, { project: id, path }) => {
        for (const p of s.projects) if (p.id === id) p.files = p.files.filter(f => f.path !== path)
      },
    }),
  },
  refusals: {
    E_QUOTA: '超出限额：{why}。',
    E_TEMPLATE: '没有这个模板，可选：{names}。',
    E_NONE: '找不到“{id}”，可能已被删除。',
    E_PATH: '文件名“{path}”不合要求：只用字母、数字、连字符和下划线，后缀为 html、css、txt 或 xml。',
    E_PARSE: '第 {line} 行第 {column} 列：{what}。',
    E_COMPLEX: '页面过于复杂，元素和文字合计不超过 {most} 个。',
    W_NO_ALT: '图片没有替代文字，看不见图片的人无法了解内容。确认后可以继续。',
    E_FORM_TARGET: '表单应提交到以 https:// 开头的地址，或 mailto: 邮箱。',
    E_LABEL: '请填写字段“{name}”的标签。',
  },
}

function put(s: SiteSlice, id: string, file: SiteFile): void {
  for (const p of s.projects) if (p.id === id) p.files = [...p.files.filter(f => f.path !== file.path), file]
}
