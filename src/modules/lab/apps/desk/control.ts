import { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import { happened } from '../../core/app/define-app.ts'
import type { DecideContext } from '../../core/app/lab-app.ts'
import { after, moved, wrongState } from '../../core/app/machine.ts'
import { sellsHints } from '../../core/modes.ts'
import { no } from '../../core/app/refuse.ts'
import { nextAt } from '../../core/world/calendar.ts'
import { type WorldTime, personaId, worldTime } from '../../core/world/ids.ts'
import { type DeskPart, type DeskSlice, TASK, parts } from './slice.ts'

const none = z.strictObject({})
const Advance = z.strictObject({ mode: z.enum(['next', 'hour', 'morning', 'by', 'to']), value: z.int().nullable().default(null) })

/** Where a turn of the clock leads: to the next known thing, an hour on, tomorrow at nine, by so many seconds, or to a moment. */
function targetOf({ mode, value }: z.output<typeof Advance>, ctx: DecideContext): WorldTime | null {
  const most = 253_402_271_999
  switch (mode) {
    case 'next':
      return ctx.nextDue
    case 'hour':
      return worldTime(ctx.now + 3600)
    case 'morning':
      return nextAt(ctx.now, 9)
    case 'by':
      return value === null || value < 0 || value > most - ctx.now ? null : worldTime(ctx.now + value)
    case 'to':
      return value === null || value < 0 || value > most ? null : worldTime(value)
  }
}

const TRAINING = new Set(['explore', 'guided', 'practice'])

function unsaved(s: Frozen<DeskSlice>): string {
  return s.touched.join('、')
}

/** Persona, clock and the task itself. */
export const control: DeskPart = {
  commands: {
    'persona.switch': parts.command({
      zh: '切换身份',
      data: z.strictObject({ persona: z.string() }),
      who: 'persona',
      refusals: ['E_PERSONA_LOCKED', 'E_NO_PERSONA'],
      decide: (s, { persona }, ctx) => {
        if (s.locked) return no('E_PERSONA_LOCKED')
        if (!ctx.personas.some(p => p.id === persona)) return no('E_NO_PERSONA', {}, 'persona')
        return { ...happened('personaSwitched', { persona }), persona: personaId(persona) }
      },
    }),
    'clock.advance': parts.command({
      zh: '快进',
      data: Advance,
      who: 'persona',
      refusals: ['E_TASK_CLOCK_FIXED', 'E_NOTHING_DUE', 'E_PAST', 'E_HORIZON'],
      decide: (s, wish, ctx) => {
        if (s.clockFixed) return no('E_TASK_CLOCK_FIXED')
        const to = targetOf(wish, ctx)
        if (to === null) return no(wish.mode === 'next' ? 'E_NOTHING_DUE' : 'E_PAST')
        if (to < ctx.now) return no('E_PAST')
        if (to > ctx.horizon) return no('E_HORIZON')
        return { ...happened('clockAdvanced', { to }), advanceTo: to }
      },
    }),
    'task.submit': parts.command({
      zh: '提交',
      data: z.strictObject({ discard: z.boolean().default(false) }),
      who: 'persona',
      refusals: ['E_STATE', 'E_UNSAVED'],
      decide: (s, { discard }) => {
        if (after(TASK, s.task, 'submit') === undefined) return wrongState(TASK, s.task)
        return s.touched.length > 0 && !discard ? no('E_UNSAVED', { docs: unsaved(s) }) : happened('taskSubmitted', {})
      },
    }),
    'task.reopen': parts.command({
      zh: '继续作答',
      data: none,
      who: 'persona',
      refusals: ['E_STATE'],
      decide: s => (after(TASK, s.task, 'reopen') === undefined ? wrongState(TASK, s.task) : happened('taskReopened', {})),
    }),
    'task.mark': parts.command({
      zh: '标记本题',
      data: z.strictObject({ marked: z.boolean() }),
      who: 'persona',
      refusals: [],
      decide: (_s, { marked }) => happened('taskMarked', { marked }),
    }),
    'task.rescue': parts.command({
      zh: '使用补救',
      data: z.strictObject({ id: z.string() }),
      who: 'persona',
      refusals: ['E_NO_RESCUE', 'E_RESCUED'],
      decide: (s, { id }) => {
        if (!s.rescues.some(r => r.id === id)) return no('E_NO_RESCUE')
        return s.rescued.includes(id) ? no('E_RESCUED') : happened('rescued', { id })
      },
    }),
    'hint.open': parts.command({
      zh: '打开提示',
      data: z.strictObject({ check: z.string().min(1).max(40) }),
      who: 'persona',
      refusals: ['E_NO_HINTS'],
      // which checks there are, and what a hint says and costs, the rubric knows; here it is put on record
      decide: (_s, { check }, ctx) => (sellsHints(ctx.mode) ? happened('hinted', { check }) : no('E_NO_HINTS')),
    }),
    'task.reset': parts.command({
      zh: '重置本题',
      data: none,
      who: 'persona',
      refusals: ['E_RESET_DENIED'],
      decide: (s, _data, ctx) =>
        s.resets ? { ...happened('taskReset', { to: ctx.beginning }), resetTo: ctx.beginning } : no('E_RESET_DENIED'),
    }),
    'task.rewind': parts.command({
      zh: '回到某一步',
      data: z.strictObject({ to: z.int() }),
      who: 'persona',
      refusals: ['E_RESET_DENIED', 'E_NO_STEP'],
      decide: (_s, { to }, ctx) => {
        if (!TRAINING.has(ctx.mode)) return no('E_RESET_DENIED')
        if (to < ctx.beginning || to > ctx.seq) return no('E_NO_STEP')
        return { ...happened('taskReset', { to }), resetTo: to }
      },
    }),
  },
  events: {
    personaSwitched: parts.event({
      data: z.strictObject({ persona: z.string() }),
      caption: ({ persona }, { who }) => `${who}切换身份为 ${persona}`,
      evolve: (s, { persona }, { seq }) => void s.history.push({ persona, seq }),
    }),
    clockAdvanced: parts.event({
      data: z.strictObject({ to: z.int() }),
      caption: (_d, { who }) => `${who}快进时间`,
      evolve: () => {},
    }),
    taskSubmitted: parts.event({
      data: none,
      caption: (_d, { who }) => `${who}提交本题`,
      evolve: (s, _d, { seq }) => {
        s.task = moved(TASK, s.task, 'submit')
        s.touched = []
        s.submissions.push({ seq })
      },
    }),
    taskReopened: parts.event({
      data: none,
      caption: (_d, { who }) => `${who}继续作答`,
      evolve: s => void (s.task = moved(TASK, s.task, 'reopen')),
    }),
    taskMarked: parts.event({
      data: z.strictObject({ marked: z.boolean() }),
      caption: ({ marked }, { who }) => `${who}${marked ? '标记' : '取消标记'}本题`,
      evolve: (s, { marked }) => void (s.marked = marked),
    }),
    rescued: parts.event({
      data: z.strictObject({ id: z.string() }),
      caption: ({ id }, { who }) => `${who}使用补救 ${id}`,
      evolve: (s, { id }) => void s.rescued.push(id),
    }),
    hinted: parts.event({
      data: z.strictObject({ check: z.string() }),
      caption: (_d, { who }) => `${who}打开一条提示`,
      evolve: () => {},
    }),
    taskReset: parts.event({ data: z.strictObject({ to: z.int() }), caption: (_d, { who }) => `${who}重置本题`, evolve: () => {} }),
  },
  refusals: {
    E_PERSONA_LOCKED: '本题限定了身份，不能切换。',
    E_NO_PERSONA: '没有这个身份。',
    E_TASK_CLOCK_FIXED: '本题的时间是固定的，不能快进。',
    E_NOTHING_DUE: '目前没有已知的待办时间，请选择其他快进方式。',
    E_PAST: '不能回到过去，请选择之后的时间。',
    E_HORIZON: '本题的时间到此为止，不能再往后快进。',
    E_UNSAVED: '“{docs}”还没有保存。请先保存，或确认放弃修改后提交。',
    E_RESET_DENIED: '现在不能重置或回退本题。',
    E_NO_STEP: '没有这一步。',
    E_NO_HINTS: '只有练习模式可以打开提示。',
    E_NO_RESCUE: '本题没有这项补救。',
    E_RESCUED: '这项补救已经使用过。',
  },
}
