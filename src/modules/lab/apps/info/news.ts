import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext, TimerWish } from '../../core/app/lab-app.ts'
import { no } from '../../core/app/refuse.ts'
import { nextAt } from '../../core/world/calendar.ts'
import { hitsOf } from './search.ts'
import { type InfoPart, type InfoSlice, parts } from './slice.ts'

const WHEN = /\d{1,2}\s*[月日号]|\d{4}-\d{2}-\d{2}|今日|近日|本周|昨日/
const WHY = /为|因|由于|旨在|以便|目的/

/** Which of the five things a lead has to say it does not say: who, when, where, what, why. */
export function missingElements(s: Frozen<InfoSlice>, lead: string): string[] {
  const { who, where, what } = s.elements.hidden
  const says = (words: readonly string[]): boolean => words.length === 0 || words.some(w => lead.includes(w))
  return [
    ...(says(who) ? [] : ['何人']),
    ...(WHEN.test(lead) ? [] : ['何时']),
    ...(says(where) ? [] : ['何地']),
    ...(says(what) ? [] : ['何事']),
    ...(WHY.test(lead) ? [] : ['何故']),
  ]
}

const Freq = z.enum(['day', 'week'])

/** The next time an alert looks: tomorrow at eight, or that day a week on. */
function looking(ctx: Pick<DecideContext, 'now'>, id: string, freq: string): TimerWish {
  const morning = nextAt(ctx.now, 8)
  return {
    after: morning - ctx.now + (freq === 'week' ? 6 * 86_400 : 0),
    by: 'info.web',
    type: 'info.alert.look',
    data: { id },
    key: `alert:${id}`,
  }
}

/** Pages with the word of an alert that it has not told of, newer than the day it was set. */
function freshHits(s: Frozen<InfoSlice>, id: string): string[] {
  const alert = s.alerts.find(a => a.id === id)
  if (alert === undefined) return []
  const asking = { words: [alert.keyword], not: [], site: null, intitle: [], filetype: null, from: null, until: null, ops: [] }
  return hitsOf(s.pages, asking)
    .map(p => p.url)
    .filter(url => !alert.hits.includes(url))
}

const NewsBody = z.strictObject({
  channel: z.string(),
  title: z.string().min(1).max(40),
  lead: z.string().min(1).max(200),
  body: z.string().min(1).max(3000),
})

/** Alerts on words, and news releases. */
export const newsroom: InfoPart = {
  commands: {
    'alert.save': parts.command({
      zh: '保存信息订阅',
      data: z.strictObject({ keyword: z.string().min(1).max(30), freq: z.string() }),
      who: 'persona',
      refusals: ['E_FREQ', 'E_ALERT_DUP'],
      decide: (s, { keyword, freq }, ctx) => {
        if (!Freq.safeParse(freq).success) return no('E_FREQ', {}, 'freq')
        if (s.alerts.some(a => a.keyword === keyword)) return no('E_ALERT_DUP', { keyword }, 'keyword')
        const id = ctx.nextId('A')
        const asking = { words: [keyword], not: [], site: null, intitle: [], filetype: null, from: null, until: null, ops: [] }
        const hits = hitsOf(s.pages, asking).map(p => p.url)
        return happened('alertSaved', { id, keyword, freq, hits }, { timers: [looking(ctx, id, freq)], reply: id })
      },
    }),
    'alert.look': parts.command({
      zh: '检索订阅',
      data: z.strictObject({ id: z.string() }),
      who: 'agent',
      refusals: ['E_NONE'],
      decide: (s, { id }, ctx) => {
        const alert = s.alerts.find(a => a.id === id)
        if (alert === undefined) return no('E_NONE', { id })
        return happened('alertHit', { id, keyword: alert.keyword, hits: freshHits(s, id) }, { timers: [looking(ctx, id, alert.freq)] })
      },
    }),
    'alert.remove': parts.command({
      zh: '取消信息订阅',
      data: z.strictObject({ id: z.string() }),
      who: 'persona',
      refusals: ['E_NONE'],
      decide: (s, { id }) =>
        s.alerts.some(a => a.id === id) ? happened('alertRemoved', { id }, { cancel: [`alert:${id}`] }) : no('E_NONE', { id }),
    }),
    'news.publish': parts.command({
      zh: '发布新闻稿',
      data: NewsBody,
      who: 'persona',
      refusals: ['E_CHANNEL', 'E_LEAD', 'E_BANNED'],
      decide: (s, news, ctx) => {
        if (!s.channels.some(c => c.id === news.channel)) return no('E_CHANNEL', {}, 'channel')
        const missing = missingElements(s, news.lead)
        if (missing.length > 0) return no('E_LEAD', { missing: missing.join('、') }, 'lead')
        const word = s.banned.find(w => `${news.title}${news.lead}${news.body}`.includes(w))
        if (word !== undefined) return no('E_BANNED', { word }, 'body')
        return happened('newsPublished', { ...news, id: ctx.nextId('N') })
      },
    }),
    'news.reprint': parts.command({
      zh: '转载新闻稿',
      data: z.strictObject({ id: z.string(), by: z.string() }),
      who: 'agent',
      refusals: ['E_NONE'],
      decide: (s, reprint) =>
        s.news.some(n => n.id === reprint.id) ? happened('newsReprinted', reprint) : no('E_NONE', { id: reprint.id }),
    }),
  },
  events: {
    alertSaved: parts.event({
      data: z.strictObject({ id: z.string(), keyword: z.string(), freq: z.string(), hits: z.array(z.string()) }),
      caption: ({ keyword, freq }, { who }) => `${who}订阅“${keyword}”，${freq === 'day' ? '每天' : '每周'}提醒`,
      evolve: (s, alert, { at, seq }) => void s.alerts.push({ ...alert, since: at, seq }),
    }),
    alertHit: parts.event({
      data: z.strictObject({ id: z.string(), keyword: z.string(), hits: z.array(z.string()) }),
      caption: ({ keyword, hits }) => (hits.length === 0 ? `订阅“${keyword}”没有新信息` : `订阅“${keyword}”有 ${hits.length} 条新信息`),
      evolve: (s, { id, hits }) => {
        for (const alert of s.alerts) if (alert.id === id) alert.hits = [...alert.hits, ...hits]
      },
    }),
    alertRemoved: parts.event({
      data: z.strictObject({ id: z.string() }),
      caption: ({ id }, { who }) => `${who}取消订阅 ${id}`,
      evolve: (s, { id }) => void (s.alerts = s.alerts.filter(a => a.id !== id)),
    }),
    newsPublished: parts.event({
      data: NewsBody.extend({ id: z.string() }),
      caption: ({ title }, { who }) => `${who}发布新闻稿“${title}”`,
      evolve: (s, news, { seq }) => void s.news.push({ ...news, reprints: [], seq }),
    }),
    newsReprinted: parts.event({
      data: z.strictObject({ id: z.string(), by: z.string() }),
      caption: ({ id, by }) => `${by}转载新闻稿 ${id}`,
      evolve: (s, { id, by }) => {
        for (const news of s.news) if (news.id === id) news.reprints = [...news.reprints, by]
      },
    }),
  },
  refusals: {
    E_FREQ: '提醒频率只能选每天或每周。',
    E_ALERT_DUP: '已经订阅过“{keyword}”。',
    E_CHANNEL: '请选择发布频道。',
    E_LEAD: '导语五要素不全，缺少：{missing}。',
  },
}
