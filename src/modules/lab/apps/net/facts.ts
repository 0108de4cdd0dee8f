import type { FactDef } from '../../core/app/lab-app.ts'
import { type NetSlice, parts } from './slice.ts'

/** What a rubric may ask of the net. */
export const netFacts: Readonly<Record<string, FactDef<NetSlice>>> = {
  bookmark: parts.fact({
    zh: '收藏',
    fields: { folder: { zh: '收藏夹', type: 'text' }, title: { zh: '名称', type: 'text' }, url: { zh: '网址', type: 'text' } },
    rows: s => s.bookmarks.map(({ folder, title, url, seq }) => ({ folder, title, url, seq })),
  }),
  file: parts.fact({
    zh: '本机文件',
    fields: {
      folder: { zh: '文件夹', type: 'text' },
      name: { zh: '文件名', type: 'text' },
      digest: { zh: '内容', type: 'text' },
      bytes: { zh: '大小', type: 'number' },
      damaged: { zh: '已损坏', type: 'yes' },
      infected: { zh: '带病毒', type: 'yes' },
    },
    rows: s =>
      s.files.map(({ folder, name, digest, bytes, damaged, infected, seq }) => ({
        folder,
        name,
        digest,
        bytes,
        damaged,
        infected: infected.hidden,
        seq,
      })),
  }),
  ftpFile: parts.fact({
    zh: '服务器文件',
    fields: {
      host: { zh: '主机', type: 'text' },
      folder: { zh: '文件夹', type: 'text' },
      name: { zh: '文件名', type: 'text' },
      digest: { zh: '内容', type: 'text' },
      mode: { zh: '传输方式', type: 'text' },
      damaged: { zh: '已损坏', type: 'yes' },
    },
    rows: s =>
      Object.entries(s.ftp).flatMap(([host, site]) =>
        site.files.map(({ folder, name, digest, mode, damaged, seq }) => ({ host, folder, name, digest, mode, damaged, seq })),
      ),
  }),
  domain: parts.fact({
    zh: '域名',
    fields: { name: { zh: '域名', type: 'text' }, state: { zh: '状态', type: 'text' }, until: { zh: '到期', type: 'time' } },
    rows: s =>
      Object.values(s.domains).flatMap(({ name, owner, state, until, seq }) => (owner === 'self' ? [{ name, state, until, seq }] : [])),
  }),
  record: parts.fact({
    zh: '解析记录',
    fields: {
      domain: { zh: '域名', type: 'text' },
      host: { zh: '主机记录', type: 'text' },
      kind: { zh: '类型', type: 'text' },
      value: { zh: '值', type: 'text' },
      live: { zh: '已生效', type: 'yes' },
    },
    rows: s =>
      Object.values(s.domains).flatMap(d =>
        d.records.map(({ host, kind, value, live, seq }) => ({ domain: d.name, host, kind, value, live, seq })),
      ),
  }),
  visit: parts.fact({
    zh: '访问',
    fields: {
      url: { zh: '网址', type: 'text' },
      host: { zh: '主机', type: 'text' },
      warned: { zh: '警告', type: 'text' },
      proceeded: { zh: '忽略警告', type: 'yes' },
    },
    rows: s => s.visits.map(({ url, host, warned, proceeded, seq }) => ({ url, host, warned, proceeded, seq })),
  }),
  signIn: parts.fact({
    zh: '网页登录',
    fields: { host: { zh: '主机', type: 'text' }, imitation: { zh: '仿冒站', type: 'yes' } },
    rows: s => s.signIns.map(({ host, truth, seq }) => ({ host, imitation: truth.hidden !== null, seq })),
  }),
  password: parts.fact({
    zh: '密码',
    fields: { site: { zh: '网站', type: 'text' }, strength: { zh: '强度', type: 'number' } },
    rows: s => Object.entries(s.passwords).map(([site, { strength, seq }]) => ({ site, strength, seq })),
  }),
  backup: parts.fact({
    zh: '备份',
    fields: { files: { zh: '文件数', type: 'number' }, bytes: { zh: '大小', type: 'number' } },
    rows: s => s.backups.map(({ files, bytes, seq }) => ({ files: files.length, bytes, seq })),
  }),
}
