import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import { no } from '../../core/app/refuse.ts'
import { type DriveFile, FileName, FolderPath, type NetPart, type NetSlice, parts } from './slice.ts'

const ILLEGAL = /[\\/:*?"<>|]/
const Id = z.string().min(1).max(20)

export function fileOf(s: Frozen<NetSlice>, id: string): Frozen<DriveFile> | undefined {
  return s.files.find(f => f.id === id)
}

function taken(s: Frozen<NetSlice>, folder: string, name: string): boolean {
  return s.files.some(f => f.folder === folder && f.name === name)
}

/** `报价单.XLSX` → `xlsx`. Only ASCII letters are lowered: endings have no others. */
export function endingOf(name: string): string {
  const at = name.lastIndexOf('.')
  return at < 0 ? '' : name.slice(at + 1).replace(/[A-Z]/g, letter => letter.toLowerCase())
}

export function usedBytes(s: Frozen<NetSlice>): number {
  return s.files.reduce((sum, file) => sum + file.bytes, 0)
}

/** A name and place that may be given to a file. */
function placeFault(s: Frozen<NetSlice>, folder: string, name: string): ReturnType<typeof no> | null {
  if (ILLEGAL.test(name)) return no('E_NAME', { name }, 'name')
  return taken(s, folder, name) ? no('E_EXISTS', { name, folder }, 'name') : null
}

const At = z.strictObject({ id: z.string(), folder: z.string(), name: z.string() })

/** The world's drive: what was downloaded, and what is done with it. */
export const drive: NetPart = {
  commands: {
    'download.save': parts.command({
      zh: '保存下载',
      data: z.strictObject({ host: z.string(), source: FileName, folder: FolderPath, name: FileName }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NAME', 'E_EXISTS', 'E_SPACE', 'E_TYPE_BLOCKED'],
      decide: (s, { host, source, folder, name }, ctx) => {
        const file = s.visits.some(v => v.host === host) ? s.sites[host]?.downloads.find(d => d.name === source) : undefined
        if (file === undefined) return no('E_NONE', { id: source })
        const fault = placeFault(s, folder, name)
        if (fault !== null) return fault
        if (s.blocked.includes(endingOf(name))) return no('E_TYPE_BLOCKED', { ending: endingOf(name) }, 'name')
        if (usedBytes(s) + file.bytes > s.space) return no('E_SPACE', { left: s.space - usedBytes(s) })
        const wake = { after: 86_400, by: 'net.virus', type: 'net.virus.spread', data: { host, source } }
        const saved = { id: ctx.nextId('F'), host, source, folder, name }
        return happened('fileSaved', saved, file.infected.hidden ? { timers: [wake] } : {})
      },
    }),
    'file.rename': parts.command({
      zh: '重命名文件',
      data: z.strictObject({ id: Id, name: FileName }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NAME', 'E_EXISTS', 'E_TYPE_BLOCKED'],
      decide: (s, { id, name }) => {
        const file = fileOf(s, id)
        if (file === undefined) return no('E_NONE', { id })
        const fault = placeFault(s, file.folder, name)
        if (fault !== null) return fault
        if (s.blocked.includes(endingOf(name))) return no('E_TYPE_BLOCKED', { ending: endingOf(name) }, 'name')
        return happened('filePlaced', { id, folder: file.folder, name })
      },
    }),
    'file.move': parts.command({
      zh: '移动文件',
      data: z.strictObject({ id: Id, folder: FolderPath }),
      who: 'persona',
      refusals: ['E_NONE', 'E_EXISTS'],
      decide: (s, { id, folder }) => {
        const file = fileOf(s, id)
        if (file === undefined) return no('E_NONE', { id })
        return placeFault(s, folder, file.name) ?? happened('filePlaced', { id, folder, name: file.name })
      },
    }),
    'file.copy': parts.command({
      zh: '复制文件',
      data: z.strictObject({ id: Id, folder: FolderPath, name: FileName }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NAME', 'E_EXISTS', 'E_SPACE'],
      decide: (s, { id, folder, name }, ctx) => {
        const file = fileOf(s, id)
        if (file === undefined) return no('E_NONE', { id })
        const fault = placeFault(s, folder, name)
        if (fault !== null) return fault
        if (usedBytes(s) + file.bytes > s.space) return no('E_SPACE', { left: s.space - usedBytes(s) })
        return happened('fileCopied', { id: ctx.nextId('F'), from: id, folder, name })
      },
    }),
    'file.delete': parts.command({
      zh: '删除文件',
      data: z.strictObject({ id: Id }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { id }) => (fileOf(s, id) === undefined ? no('E_NONE', { id }) : happened('fileDeleted', { id })),
    }),
    'file.zip': parts.command({
      zh: '压缩文件',
      data: z.strictObject({
        ids: z.array(Id).min(1).max(50),
        folder: FolderPath,
        name: FileName,
        password: z.string().max(40).nullable(),
      }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NAME', 'E_EXISTS'],
      decide: (s, { ids, folder, name, password }, ctx) => {
        const lost = ids.find(id => fileOf(s, id) === undefined)
        if (lost !== undefined) return no('E_NONE', { id: lost })
        return placeFault(s, folder, name) ?? happened('zipped', { id: ctx.nextId('F'), ids, folder, name, password })
      },
    }),
    'file.unzip': parts.command({
      zh: '解压文件',
      data: z.strictObject({ id: Id, folder: FolderPath, password: z.string().max(40).nullable() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_NOT_ZIP', 'E_ZIP_PW', 'E_EXISTS', 'E_SPACE'],
      decide: (s, { id, folder, password }, ctx) => {
        const file = fileOf(s, id)
        if (file === undefined) return no('E_NONE', { id })
        if (file.entries.length === 0) return no('E_NOT_ZIP', { name: file.name })
        if (file.password.hidden !== null && file.password.hidden !== password) return no('E_ZIP_PW', {}, 'password')
        const twin = file.entries.find(entry => taken(s, folder, entry.name))
        if (twin !== undefined) return no('E_EXISTS', { name: twin.name, folder })
        const bytes = file.entries.reduce((sum, entry) => sum + entry.bytes, 0)
        if (usedBytes(s) + bytes > s.space) return no('E_SPACE', { left: s.space - usedBytes(s) })
        return happened('unzipped', { from: id, folder, ids: file.entries.map(() => ctx.nextId('F')) })
      },
    }),
  },
  events: {
    fileSaved: parts.event({
      data: z.strictObject({ id: z.string(), host: z.string(), source: z.string(), folder: z.string(), name: z.string() }),
      caption: ({ source, name, folder }, { who }) => `${who}下载“${source}”，存为 ${folder === '/' ? '' : folder}/${name}`,
      evolve: (s, { id, host, source, folder, name }, { seq }) => {
        const file = s.sites[host]?.downloads.find(d => d.name === source)
        if (file !== undefined) s.files.push({ ...file, entries: [...file.entries], id, folder, name, damaged: false, seq })
      },
    }),
    filePlaced: parts.event({
      data: At,
      caption: ({ folder, name }, { who }) => `${who}把文件放到 ${folder === '/' ? '' : folder}/${name}`,
      evolve: (s, { id, folder, name }, { seq }) => {
        for (const file of s.files) if (file.id === id) Object.assign(file, { folder, name, seq })
      },
    }),
    fileCopied: parts.event({
      data: At.extend({ from: z.string() }),
      caption: ({ folder, name }, { who }) => `${who}复制出 ${folder === '/' ? '' : folder}/${name}`,
      evolve: (s, { id, from, folder, name }, { seq }) => {
        const file = s.files.find(f => f.id === from)
        if (file !== undefined) s.files.push({ ...file, id, folder, name, seq })
      },
    }),
    fileDeleted: parts.event({
      data: z.strictObject({ id: z.string() }),
      caption: ({ id }, { who }) => `${who}删除文件 ${id}`,
      evolve: (s, { id }) => void (s.files = s.files.filter(f => f.id !== id)),
    }),
    zipped: parts.event({
      data: At.extend({ ids: z.array(z.string()), password: z.string().nullable() }),
      caption: ({ name, ids }, { who }) => `${who}把 ${ids.length} 个文件压缩为“${name}”`,
      evolve: (s, { id, ids, folder, name, password }, { seq }) => {
        const inside = s.files.filter(f => ids.includes(f.id))
        const entries = inside.map(f => ({ name: f.name, bytes: f.bytes, kind: f.kind, digest: f.digest }))
        const bytes = Math.floor(entries.reduce((sum, e) => sum + e.bytes, 0) / 2) + 22
        const digest = `zip(${entries.map(e => e.digest).join('+')})`
        const clean = {
          decoy: { hidden: false },
          infected: { hidden: inside.some(f => f.infected.hidden) },
          password: { hidden: password },
        }
        s.files.push({ ...clean, id, folder, name, bytes, kind: 'binary', digest, entries, damaged: false, seq })
      },
    }),
    unzipped: parts.event({
      data: z.strictObject({ from: z.string(), folder: z.string(), ids: z.array(z.string()) }),
      caption: ({ from, folder, ids }, { who }) => `${who}把 ${from} 解压到 ${folder}，共 ${ids.length} 个文件`,
      evolve: (s, { from, folder, ids }, { seq }) => {
        const archive = s.files.find(f => f.id === from)
        const free = { decoy: { hidden: false }, infected: { hidden: false }, password: { hidden: null } }
        archive?.entries.forEach((entry, i) => {
          s.files.push({ ...free, ...entry, entries: [], id: ids[i] ?? from, folder, damaged: archive.damaged, seq })
        })
      },
    }),
  },
  refusals: {
    E_NAME: '文件名“{name}”含有不允许的字符（\\ / : * ? " < > |）。',
    E_EXISTS: '{folder} 中已有“{name}”，请换一个名称。',
    E_SPACE: '磁盘空间不足，还剩 {left} 字节。',
    E_TYPE_BLOCKED: '公司规定不允许保存 .{ending} 文件。',
    E_NOT_ZIP: '“{name}”不是压缩文件。',
    E_ZIP_PW: '解压密码不正确。',
  },
}
