import { z } from 'zod'
import { happened } from '../../core/app/define-app.ts'
import { no } from '../../core/app/refuse.ts'
import { type CsPart, parts } from './slice.ts'
import { botRule } from './talk.ts'
import { forbiddenIn } from './truth.ts'

const Marks = z.strictObject({ response: z.int().min(0).max(5), facts: z.int().min(0).max(5), manner: z.int().min(0).max(5) })
const Shift = z.strictObject({ persona: z.string(), from: z.int().min(0).max(23), to: z.int().min(1).max(24) })
const Rule = z.strictObject({
  keywords: z.array(z.string().min(1).max(20)).min(1).max(20),
  answer: z.string().min(1).max(300),
  priority: z.int().min(1).max(100),
})

/** What is laid down before customers come: phrases, a bot, shifts; and what is looked over afterwards. */
export const setup: CsPart = {
  commands: {
    'phrase.save': parts.command({
      zh: '保存快捷短语',
      data: z.strictObject({ id: z.string().nullable(), key: z.string().min(1).max(20), text: z.string().max(300) }),
      who: 'persona',
      refusals: ['E_NONE', 'E_EMPTY', 'E_PHRASE'],
      decide: (s, { id, key, text }, ctx) => {
        if (id !== null && !s.phrases.some(p => p.id === id)) return no('E_NONE', { id })
        if (text.trim() === '') return no('E_EMPTY', {}, 'text')
        const words = forbiddenIn(s, text, [])
        if (words.length > 0) return no('E_PHRASE', { words: words.join('、') }, 'text')
        const own = id ?? ctx.nextId('PH')
        return happened('phraseSaved', { id: own, key, text }, { reply: own })
      },
    }),
    'bot.rule.save': parts.command({
      zh: '保存机器人规则',
      data: Rule.extend({ id: z.string().nullable() }),
      who: 'persona',
      refusals: ['E_NONE', 'E_CONFLICT'],
      decide: (s, { id, ...rule }, ctx) => {
        if (id !== null && !s.rules.some(r => r.id === id)) return no('E_NONE', { id })
        const rival = s.rules.find(r => r.id !== id && r.priority === rule.priority && r.keywords.some(k => rule.keywords.includes(k)))
        if (rival !== undefined) return no('E_CONFLICT', { word: rival.keywords.find(k => rule.keywords.includes(k)) ?? '', id: rival.id })
        const own = id ?? ctx.nextId('BR')
        return happened('ruleSaved', { ...rule, id: own }, { reply: own })
      },
    }),
    'bot.turn': parts.command({
      zh: '启用机器人',
      data: z.strictObject({ on: z.boolean(), fallback: z.string().max(300) }),
      who: 'persona',
      refusals: ['E_NO_FALLBACK'],
      decide: (_s, { on, fallback }) =>
        on && fallback.trim() === '' ? no('E_NO_FALLBACK', {}, 'fallback') : happened('botTurned', { on, fallback }),
    }),
    'bot.test': parts.command({
      zh: '测试机器人',
      data: z.strictObject({ text: z.string().min(1).max(200) }),
      who: 'persona',
      refusals: [],
      decide: (s, { text }) => {
        const rule = botRule(s, text)
        return happened(
          'botTested',
          { text, rule: rule?.id ?? null },
          { reply: { rule: rule?.id ?? null, answer: rule?.answer ?? s.bot.fallback } },
        )
      },
    }),
    'qa.score': parts.command({
      zh: '质检评分',
      data: z.strictObject({ sheet: z.string(), marks: Marks }),
      who: 'persona',
      refusals: ['E_NONE', 'E_LEADER'],
      decide: (s, { sheet, marks }, ctx) => {
        if (!s.clerks.some(c => c.persona === ctx.persona && c.role === '组长')) return no('E_LEADER')
        return s.sheets.some(x => x.id === sheet) ? happened('scored', { sheet, marks }) : no('E_NONE', { id: sheet })
      },
    }),
    'shift.plan': parts.command({
      zh: '排班',
      data: z.strictObject({ rows: z.array(Shift).max(40) }),
      who: 'persona',
      refusals: ['E_LEADER', 'E_NONE', 'E_COVER'],
      decide: (s, { rows }, ctx) => {
        if (!s.clerks.some(c => c.persona === ctx.persona && c.role === '组长')) return no('E_LEADER')
        const lost = rows.find(r => !s.clerks.some(c => c.persona === r.persona) || r.to <= r.from)
        if (lost !== undefined) return no('E_NONE', { id: lost.persona }, 'rows')
        const hours = Array.from({ length: s.hours.to - s.hours.from }, (_, i) => s.hours.from + i)
        const bare = hours.find(h => !rows.some(r => r.from <= h && h < r.to))
        return bare === undefined ? happened('planned', { rows }) : no('E_COVER', { hour: bare }, 'rows')
      },
    }),
  },
  events: {
    phraseSaved: parts.event({
      data: z.strictObject({ id: z.string(), key: z.string(), text: z.string() }),
      caption: ({ key }, { who }) => `${who}保存快捷短语“${key}”`,
      evolve: (s, phrase) => void (s.phrases = [...s.phrases.filter(p => p.id !== phrase.id), phrase]),
    }),
    ruleSaved: parts.event({
      data: Rule.extend({ id: z.string() }),
      caption: ({ id }, { who }) => `${who}保存机器人规则 ${id}`,
      evolve: (s, rule, { seq }) => void (s.rules = [...s.rules.filter(r => r.id !== rule.id), { ...rule, seq }]),
    }),
    botTurned: parts.event({
      data: z.strictObject({ on: z.boolean(), fallback: z.string() }),
      caption: ({ on }, { who }) => `${who}${on ? '启用' : '停用'}机器人`,
      evolve: (s, bot) => void (s.bot = bot),
    }),
    botTested: parts.event({
      data: z.strictObject({ text: z.string(), rule: z.string().nullable() }),
      caption: ({ text }, { who }) => `${who}测试机器人：${text}`,
      evolve: () => {},
    }),
    scored: parts.event({
      data: z.strictObject({ sheet: z.string(), marks: Marks }),
      caption: ({ sheet }, { who }) => `${who}质检会话 ${sheet}`,
      evolve: (s, { sheet, marks }, { seq }) => {
        for (const x of s.sheets) if (x.id === sheet) Object.assign(x, { marks, seq })
      },
    }),
    planned: parts.event({
      data: z.strictObject({ rows: z.array(Shift) }),
      caption: ({ rows }, { who }) => `${who}排定 ${rows.length} 个班次`,
      evolve: (s, { rows }, { seq }) => {
        s.shifts = rows
        s.shiftSeq = seq
      },
    }),
  },
  refusals: {
    E_PHRASE: '快捷短语中不能有“{words}”。',
    E_CONFLICT: '关键词“{word}”与规则 {id} 重复且优先级相同，请调整优先级。',
    E_NO_FALLBACK: '请先填写没有命中规则时的兜底回复。',
    E_LEADER: '只有组长可以进行这项操作。',
    E_COVER: '{hour} 点至下一整点没有人当班，请补齐班次。',
  },
}
