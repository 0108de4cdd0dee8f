import { z } from 'zod'
import { happened } from '../../core/app/define-app.ts'
import { no } from '../../core/app/refuse.ts'
import { fileOf, usedBytes } from './drive.ts'
import { type NetPart, parts } from './slice.ts'

const COMMON = ['123456', 'password', 'abc123', '111111', 'qwerty', '888888', 'admin123', 'woaini']

/** 0 to 4: one for a length of 8, one more for 12, one for three kinds of signs, one more for four; 0 for what everybody tries first. */
export function strengthOf(password: string): number {
  if (COMMON.includes(password)) return 0
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/].filter(kind => kind.test(password)).length
  return (password.length >= 8 ? 1 : 0) + (password.length >= 12 ? 1 : 0) + (kinds >= 3 ? 1 : 0) + (kinds >= 4 ? 1 : 0)
}

const Found = z.array(z.string())

/** Passwords, the virus scanner, and copies kept elsewhere. */
export const safety: NetPart = {
  commands: {
    'password.set': parts.command({
      zh: '设置密码',
      data: z.strictObject({ site: z.string().min(1).max(80), password: z.string().max(80) }),
      who: 'persona',
      refusals: ['E_WEAK', 'E_REUSED'],
      decide: (s, { site, password }) => {
        const strength = strengthOf(password)
        if (strength < 2) return no('E_WEAK', {}, 'password')
        const other = Object.entries(s.passwords).find(([name, kept]) => name !== site && kept.print.hidden === password)
        if (other !== undefined) return no('E_REUSED', {}, 'password')
        return happened('passwordSet', { site, strength, print: { hidden: password } })
      },
    }),
    'av.scan': parts.command({
      zh: '查杀病毒',
      data: z.strictObject({}),
      who: 'persona',
      refusals: [],
      decide: s => happened('scanDone', { found: s.files.filter(f => f.infected.hidden).map(f => f.id) }),
    }),
    'virus.spread': parts.command({
      zh: '病毒发作',
      data: z.strictObject({ host: z.string(), source: z.string() }),
      who: 'agent',
      refusals: ['E_CLEAN'],
      decide: s => {
        const sick = s.files.some(f => f.infected.hidden)
        return sick ? happened('filesDamaged', { ids: s.files.map(f => f.id) }) : no('E_CLEAN')
      },
    }),
    'backup.create': parts.command({
      zh: '备份文件',
      data: z.strictObject({}),
      who: 'persona',
      refusals: ['E_MEDIA_FULL', 'E_EMPTY'],
      decide: (s, _data, ctx) => {
        if (s.files.length === 0) return no('E_EMPTY')
        const used = s.backups.reduce((sum, b) => sum + b.bytes, 0)
        if (used + usedBytes(s) > s.medium) return no('E_MEDIA_FULL', { left: s.medium - used })
        return happened('backupCreated', { id: ctx.nextId('B') })
      },
    }),
    'backup.restore': parts.command({
      zh: '恢复备份',
      data: z.strictObject({ id: z.string() }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { id }) => (s.backups.some(b => b.id === id) ? happened('backupRestored', { id }) : no('E_NONE', { id })),
    }),
    'file.open': parts.command({
      zh: '打开文件',
      data: z.strictObject({ id: z.string() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_DAMAGED'],
      decide: (s, { id }) => {
        const file = fileOf(s, id)
        if (file === undefined) return no('E_NONE', { id })
        return file.damaged ? no('E_DAMAGED', { name: file.name }) : happened('fileOpened', { id, name: file.name })
      },
    }),
  },
  events: {
    passwordSet: parts.event({
      data: z.strictObject({ site: z.string(), strength: z.int(), print: z.strictObject({ hidden: z.string() }) }),
      caption: ({ site, strength }, { who }) => `${who}为 ${site} 设置密码，强度${['低', '低', '中', '高', '很高'][strength] ?? '低'}`,
      evolve: (s, { site, strength, print }, { seq }) => void (s.passwords[site] = { strength, print, seq }),
    }),
    scanDone: parts.event({
      data: z.strictObject({ found: Found }),
      caption: ({ found }, { who }) => `${who}查杀病毒，清除 ${found.length} 个`,
      evolve: (s, { found }, { at, seq }) => {
        s.scans.push({ at, found, seq })
        s.files = s.files.filter(f => !found.includes(f.id))
      },
    }),
    filesDamaged: parts.event({
      data: z.strictObject({ ids: Found }),
      caption: ({ ids }) => `病毒发作，${ids.length} 个文件被破坏`,
      evolve: (s, { ids }) => {
        for (const file of s.files) if (ids.includes(file.id)) file.damaged = true
      },
    }),
    backupCreated: parts.event({
      data: z.strictObject({ id: z.string() }),
      caption: ({ id }, { who }) => `${who}建立备份 ${id}`,
      evolve: (s, { id }, { seq }) => {
        const files = s.files.map(f => ({ ...f, entries: [...f.entries] }))
        s.backups.push({ id, files, bytes: files.reduce((sum, f) => sum + f.bytes, 0), seq })
      },
    }),
    backupRestored: parts.event({
      data: z.strictObject({ id: z.string() }),
      caption: ({ id }, { who }) => `${who}恢复备份 ${id}`,
      evolve: (s, { id }) => {
        const files = s.backups.find(b => b.id === id)?.files ?? []
        s.files = files.map(f => ({ ...f, entries: [...f.entries] }))
      },
    }),
    fileOpened: parts.event({
      data: z.strictObject({ id: z.string(), name: z.string() }),
      caption: ({ name }, { who }) => `${who}打开“${name}”`,
      evolve: () => {},
    }),
  },
  refusals: {
    E_WEAK: '密码强度不够：至少 8 位，并含大小写字母、数字和符号中的三种。',
    E_REUSED: '这个密码已在其他网站使用，请另设一个。',
    E_CLEAN: '没有病毒。',
    E_MEDIA_FULL: '备份介质空间不足，还剩 {left} 字节。',
    E_EMPTY: '没有可以备份的文件。',
    E_DAMAGED: '“{name}”已损坏，无法打开。如有备份，可以恢复。',
  },
}
