import { z } from 'zod'
import { happened } from '../../core/app/define-app.ts'
import { no } from '../../core/app/refuse.ts'
import { fileOf } from './drive.ts'
import { FileName, FolderPath, type NetPart, type RemoteFile, parts } from './slice.ts'

const Mode = z.enum(['text', 'binary'])
const Put = z.strictObject({
  host: z.string(),
  folder: z.string(),
  name: z.string(),
  bytes: z.int(),
  digest: z.string(),
  mode: Mode,
  damaged: z.boolean(),
})

/** File transfer to a server. Whoever sends a picture as text finds it broken at the other end. */
export const ftp: NetPart = {
  commands: {
    'ftp.connect': parts.command({
      zh: '连接文件服务器',
      data: z.strictObject({ host: z.string(), account: z.string().max(80), password: z.string().max(80), mode: Mode }),
      who: 'persona',
      refusals: ['E_HOST_FTP'],
      decide: (s, { host, account, password, mode }) => {
        const site = s.ftp[host]
        if (site === undefined) return no('E_HOST_FTP', { host }, 'host')
        const right = site.account === account && site.password.hidden === password
        // a wrong password is a fact of business, seen by the server too
        return right ? happened('ftpConnected', { host, mode }) : happened('ftpRefused', { host, account }, { reply: { connected: false } })
      },
    }),
    'ftp.mode': parts.command({
      zh: '设置传输方式',
      data: z.strictObject({ mode: Mode }),
      who: 'persona',
      refusals: ['E_OFFLINE'],
      decide: (s, { mode }) => (s.link === null ? no('E_OFFLINE') : happened('ftpConnected', { host: s.link.host, mode })),
    }),
    'ftp.put': parts.command({
      zh: '上传文件',
      data: z.strictObject({ file: z.string(), folder: FolderPath, name: FileName }),
      who: 'persona',
      refusals: ['E_OFFLINE', 'E_NONE', 'E_PERM_DIR', 'E_QUOTA'],
      decide: (s, { file: id, folder, name }) => {
        const site = s.link === null ? undefined : s.ftp[s.link.host]
        if (s.link === null || site === undefined) return no('E_OFFLINE')
        const file = fileOf(s, id)
        if (file === undefined) return no('E_NONE', { id })
        if (!site.folders.some(f => f.path === folder && f.write)) return no('E_PERM_DIR', { folder }, 'folder')
        const kept = site.files.filter(f => f.folder !== folder || f.name !== name)
        const used = kept.reduce((sum, f) => sum + f.bytes, 0)
        if (used + file.bytes > site.quota) return no('E_QUOTA', { left: site.quota - used })
        const { host, mode } = s.link
        const damaged = file.damaged || (mode === 'text' && file.kind === 'binary')
        const look = { after: 1800, by: 'net.webmaster', type: 'net.ftp.check', data: { host, folder, name } }
        return happened('ftpPut', { host, folder, name, bytes: file.bytes, digest: file.digest, mode, damaged }, { timers: [look] })
      },
    }),
    'ftp.check': parts.command({
      zh: '检查上传的文件',
      data: z.strictObject({ host: z.string(), folder: z.string(), name: z.string() }),
      who: 'agent',
      refusals: ['E_FINE'],
      decide: (s, { host, folder, name }) => {
        const file = s.ftp[host]?.files.find(f => f.folder === folder && f.name === name)
        return file?.damaged === true ? happened('ftpComplained', { host, name }) : no('E_FINE')
      },
    }),
    'ftp.get': parts.command({
      zh: '下载服务器文件',
      data: z.strictObject({ folder: FolderPath, name: FileName, into: FolderPath }),
      who: 'persona',
      refusals: ['E_OFFLINE', 'E_NONE', 'E_EXISTS'],
      decide: (s, { folder, name, into }, ctx) => {
        const file = s.link === null ? undefined : s.ftp[s.link.host]?.files.find(f => f.folder === folder && f.name === name)
        if (s.link === null) return no('E_OFFLINE')
        if (file === undefined) return no('E_NONE', { id: name })
        if (s.files.some(f => f.folder === into && f.name === name)) return no('E_EXISTS', { name, folder: into })
        return happened('ftpGot', { id: ctx.nextId('F'), host: s.link.host, folder, name, into })
      },
    }),
    'ftp.mkdir': parts.command({
      zh: '新建服务器文件夹',
      data: z.strictObject({ path: FolderPath }),
      who: 'persona',
      refusals: ['E_OFFLINE', 'E_PERM_DIR', 'E_EXISTS'],
      decide: (s, { path }) => {
        const site = s.link === null ? undefined : s.ftp[s.link.host]
        if (s.link === null || site === undefined) return no('E_OFFLINE')
        if (site.folders.some(f => f.path === path)) return no('E_EXISTS', { name: path, folder: s.link.host })
        const parent = path.slice(0, path.lastIndexOf('/')) || '/'
        return site.folders.some(f => f.path === parent && f.write)
          ? happened('ftpFolderMade', { host: s.link.host, path })
          : no('E_PERM_DIR', { folder: parent }, 'path')
      },
    }),
    'ftp.rename': parts.command({
      zh: '重命名服务器文件',
      data: z.strictObject({ folder: FolderPath, name: FileName, to: FileName }),
      who: 'persona',
      refusals: ['E_OFFLINE', 'E_NONE'],
      decide: (s, { folder, name, to }) => {
        if (s.link === null) return no('E_OFFLINE')
        const known = s.ftp[s.link.host]?.files.some(f => f.folder === folder && f.name === name) === true
        return known ? happened('ftpRenamed', { host: s.link.host, folder, name, to }) : no('E_NONE', { id: name })
      },
    }),
    'ftp.delete': parts.command({
      zh: '删除服务器文件',
      data: z.strictObject({ folder: FolderPath, name: FileName }),
      who: 'persona',
      refusals: ['E_OFFLINE', 'E_NONE'],
      decide: (s, { folder, name }) => {
        if (s.link === null) return no('E_OFFLINE')
        const known = s.ftp[s.link.host]?.files.some(f => f.folder === folder && f.name === name) === true
        return known ? happened('ftpDeleted', { host: s.link.host, folder, name }) : no('E_NONE', { id: name })
      },
    }),
  },
  events: {
    ftpConnected: parts.event({
      data: z.strictObject({ host: z.string(), mode: Mode }),
      caption: ({ host, mode }, { who }) => `${who}连接 ${host}，传输方式为${mode === 'text' ? '文本' : '二进制'}`,
      evolve: (s, link) => void (s.link = link),
    }),
    ftpRefused: parts.event({
      data: z.strictObject({ host: z.string(), account: z.string() }),
      caption: ({ host, account }, { who }) => `${who}以“${account}”登录 ${host} 失败`,
      evolve: () => {},
    }),
    ftpPut: parts.event({
      data: Put,
      caption: ({ host, folder, name }, { who }) => `${who}上传 ${folder === '/' ? '' : folder}/${name} 到 ${host}`,
      evolve: (s, { host, ...file }, { seq }) => {
        const site = s.ftp[host]
        if (site !== undefined) site.files = [...site.files.filter(f => f.folder !== file.folder || f.name !== file.name), { ...file, seq }]
      },
    }),
    ftpComplained: parts.event({
      data: z.strictObject({ host: z.string(), name: z.string() }),
      caption: ({ host, name }) => `${host} 的管理员反映：“${name}”打不开，请重新上传`,
      evolve: (s, complaint, { seq }) => void s.complaints.push({ ...complaint, seq }),
    }),
    ftpGot: parts.event({
      data: z.strictObject({ id: z.string(), host: z.string(), folder: z.string(), name: z.string(), into: z.string() }),
      caption: ({ host, name }, { who }) => `${who}从 ${host} 取回“${name}”`,
      evolve: (s, { id, host, folder, name, into }, { seq }) => {
        const file = s.ftp[host]?.files.find(f => f.folder === folder && f.name === name)
        if (file !== undefined) s.files.push(taken(file, { id, folder: into, seq }))
      },
    }),
    ftpFolderMade: parts.event({
      data: z.strictObject({ host: z.string(), path: z.string() }),
      caption: ({ host, path }, { who }) => `${who}在 ${host} 新建文件夹 ${path}`,
      evolve: (s, { host, path }) => void s.ftp[host]?.folders.push({ path, write: true }),
    }),
    ftpRenamed: parts.event({
      data: z.strictObject({ host: z.string(), folder: z.string(), name: z.string(), to: z.string() }),
      caption: ({ host, name, to }, { who }) => `${who}把 ${host} 上的“${name}”改名为“${to}”`,
      evolve: (s, { host, folder, name, to }, { seq }) => {
        for (const file of s.ftp[host]?.files ?? [])
          if (file.folder === folder && file.name === name) Object.assign(file, { name: to, seq })
      },
    }),
    ftpDeleted: parts.event({
      data: z.strictObject({ host: z.string(), folder: z.string(), name: z.string() }),
      caption: ({ host, name }, { who }) => `${who}删除 ${host} 上的“${name}”`,
      evolve: (s, { host, folder, name }) => {
        const site = s.ftp[host]
        if (site !== undefined) site.files = site.files.filter(f => f.folder !== folder || f.name !== name)
      },
    }),
  },
  refusals: {
    E_HOST_FTP: '{host} 没有文件服务，请检查主机名。',
    E_OFFLINE: '尚未连接文件服务器，请先连接。',
    E_PERM_DIR: '没有写入 {folder} 的权限，请换一个文件夹。',
    E_QUOTA: '服务器空间不足，还剩 {left} 字节。',
    E_FINE: '文件正常。',
  },
}

function taken(file: RemoteFile, at: { id: string; folder: string; seq: number }) {
  const clean = { decoy: { hidden: false }, infected: { hidden: false }, password: { hidden: null } }
  const kind = file.mode === 'text' ? ('text' as const) : ('binary' as const)
  return { ...clean, ...at, name: file.name, bytes: file.bytes, digest: file.digest, kind, entries: [], damaged: file.damaged }
}
